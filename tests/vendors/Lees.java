import java.nio.file.*;
import java.util.*;

/** A JSON reader just large enough for the test: what a vendor's own library does. */
final class Lees {
    private final String tekst;
    private int plek;

    private Lees(String tekst) { this.tekst = tekst; }

    static Object json(String tekst) { return new Lees(tekst).waarde(); }

    private Object waarde() {
        wit();
        char teken = tekst.charAt(plek);
        if (teken == '"') return woord();
        if (teken == '{') {
            var map = new LinkedHashMap<String, Object>();
            plek++;
            for (wit(); tekst.charAt(plek) != '}'; wit()) {
                if (tekst.charAt(plek) == ',') { plek++; wit(); }
                var sleutel = woord();
                wit();
                plek++;
                map.put(sleutel, waarde());
            }
            plek++;
            return map;
        }
        if (teken == '[') {
            var rij = new ArrayList<>();
            plek++;
            for (wit(); tekst.charAt(plek) != ']'; wit()) {
                if (tekst.charAt(plek) == ',') plek++;
                rij.add(waarde());
            }
            plek++;
            return rij;
        }
        int begin = plek;
        while (plek < tekst.length() && ",]} \n".indexOf(tekst.charAt(plek)) < 0) plek++;
        return tekst.substring(begin, plek);
    }

    private String woord() {
        var uit = new StringBuilder();
        for (plek++; tekst.charAt(plek) != '"'; plek++) {
            char teken = tekst.charAt(plek);
            if (teken != '\\') { uit.append(teken); continue; }
            char soort = tekst.charAt(++plek);
            if (soort == 'u') { uit.append((char) Integer.parseInt(tekst.substring(plek + 1, plek + 5), 16)); plek += 4; }
            else uit.append(soort == 'n' ? '\n' : soort);
        }
        plek++;
        return uit.toString();
    }

    private void wit() { while (Character.isWhitespace(tekst.charAt(plek))) plek++; }

    @SuppressWarnings("unchecked")
    public static void main(String[] args) throws Exception {
        var set = (Map<String, Object>) json(Files.readString(Path.of(args[0])));
        for (var vraag : (List<Map<String, Object>>) json(Files.readString(Path.of(args[1])))) {
            var feiten = new HashMap<String, List<String>>();
            for (var f : Opzoeken.lijst(vraag, "feiten")) feiten.put((String) f.get("sleutel"), Opzoeken.teksten(f, "waarden"));
            var geval = Opzoeken.zoek(set, (String) vraag.get("regel"), feiten, (String) vraag.get("op"));
            System.out.println(geval == null ? "" : geval.get("geval"));
        }
    }
}

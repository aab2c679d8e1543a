import java.util.Map;

final class TestFlag {
    /** Whether the debug step or the dial test calls. Absent, empty and 0 are real calls. */
    static boolean isTest(Map<String, String> params) {
        return "1".equals(params.get("testFlag")); // not containsKey: real calls may carry 0
    }
}

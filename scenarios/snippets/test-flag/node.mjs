/** Whether the debug step or the dial test calls. Absent, empty and 0 are real calls. */
export function isTest(params) {
  return params.get("testFlag") === "1"; // not Boolean(...): "0" is true in JavaScript
}

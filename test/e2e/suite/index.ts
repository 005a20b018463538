import { runAlone } from "./support.ts";
import { tests } from "./tests.ts";

/** Runs the suite inside the extension host of VS Code, on the desktop as in the server; throws where a test failed. */
export async function run(): Promise<void> {
  let failed = 0;
  for (const [name, test] of tests) {
    try {
      await runAlone(test);
      console.log(`ok ${name}`);
    } catch (error) {
      failed++;
      console.log(`FAIL ${name}\n${error instanceof Error ? error.stack : error}`);
    }
  }
  console.log(`${tests.length - failed} passed, ${failed} failed`);
  if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`);
}

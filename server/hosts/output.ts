import { writeSync } from "node:fs";
import { Unprinted } from "../cli/io.ts";
import { codeOf } from "./error-code.ts";

/**
 * Writes to the standard output (1) or the standard error (2), at once. Node's own streams, which take longer to load
 * than a report takes to be checked, write only where they have to. A reader that has seen enough, like `head`, is no
 * fault; any other is an `Unprinted`, where there is still somebody to tell.
 */
export function outputTo(descriptor: 1 | 2): (text: string) => void {
  // A console of Windows takes text, not bytes.
  let stream = process.platform === "win32" ? streamOf(descriptor) : undefined;
  return (text) => {
    let rest: Uint8Array = Buffer.from(text);
    while (stream === undefined && rest.length > 0) {
      try {
        rest = rest.subarray(writeSync(descriptor, rest));
      } catch (error) {
        const code = codeOf(error);
        if (code === "EPIPE" || (code !== "EAGAIN" && descriptor === 2)) return;
        if (code !== "EAGAIN") throw new Unprinted(String(code));
        // It takes no more at once: the stream waits until it does.
        stream = streamOf(descriptor);
      }
    }
    stream?.write(rest);
  };
}

function streamOf(descriptor: 1 | 2): NodeJS.WriteStream {
  const stream = descriptor === 1 ? process.stdout : process.stderr;
  return stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

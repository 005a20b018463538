import { exportText } from "../server/export.ts";

// Where extensions run in a browser a report is exported in a worker of its own, which answers once and is ended.
addEventListener("message", ({ data }: MessageEvent<Parameters<typeof exportText>>) => {
  postMessage(exportText(...data));
});

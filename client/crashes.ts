import { CloseAction, ErrorAction, type ErrorHandler } from "vscode-languageclient";

/** Starts a server that died anew, four times in three minutes; after that only the clerk does. */
export function countCrashes(onGivenUp: () => void): ErrorHandler {
  const crashes: number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
    }),
    closed: () => {
      const now = Date.now();
      crashes.push(now);
      const again = crashes.filter((time) => now - time < threeMinutes).length <= 4;
      if (!again) onGivenUp();
      // Unhandled, the library would tell the clerk in English.
      return { action: again ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
    },
  };
}

const threeMinutes = 180_000;

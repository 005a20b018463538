import { EventEmitter, LogLevel, type LogOutputChannel, workspace } from "vscode";

/**
 * The log as the client's trace sees it. The library traces only where the channel's log level says so, which no clerk
 * finds; here the setting `nianbao.trace.server` decides, as people know it from other extensions.
 */
export function traceChannel(log: LogOutputChannel): LogOutputChannel {
  const changes = new EventEmitter<LogLevel>();
  const listening = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("nianbao.trace.server")) changes.fire(tracedLevel());
  });
  return {
    name: log.name,
    get logLevel() {
      return tracedLevel();
    },
    onDidChangeLogLevel: changes.event,
    trace: (message, ...details) => log.info(message, ...details),
    debug: (message, ...details) => log.debug(message, ...details),
    info: (message, ...details) => log.info(message, ...details),
    warn: (message, ...details) => log.warn(message, ...details),
    error: (error, ...details) => log.error(error, ...details),
    append: (value) => log.append(value),
    appendLine: (value) => log.appendLine(value),
    replace: (value) => log.replace(value),
    clear: () => log.clear(),
    show: () => log.show(),
    hide: () => log.hide(),
    dispose: () => {
      listening.dispose();
      changes.dispose();
    },
  };
}

function tracedLevel(): LogLevel {
  const wanted = workspace.getConfiguration("nianbao").get<string>("trace.server", "off");
  return wanted === "off" ? LogLevel.Info : LogLevel.Trace;
}

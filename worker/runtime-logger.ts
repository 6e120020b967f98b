import { DefaultLogger, type LogLevel } from '@temporalio/worker';
import type { Logger } from 'pino';

const pinoLevels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** The SDK's own lines as lines of the service's log. Its chatter about polling stays at debug. */
export function runtimeLogger(logger: Logger): DefaultLogger {
  const threshold: LogLevel = logger.isLevelEnabled('debug') ? 'DEBUG' : 'WARN';
  return new DefaultLogger(threshold, ({ level, message, meta }) => logger[pinoLevels[level]]({ ...meta }, message));
}

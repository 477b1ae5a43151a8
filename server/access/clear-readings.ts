import type { Services } from '../platform/app-context.ts';
import type { Task } from '../platform/task.ts';

/**
 * Removes what the log has kept long enough (setting ACCESS_LOG_MONTHS), and the purposes of days that are over. The database itself
 * keeps six months whatever is asked: 网络安全法 art 23 (3).
 */
export function clearReadings(services: Services): Task {
  return {
    name: 'clear-readings',
    run: async () => {
      const { db, clock, config, log } = services;
      const keepFrom = new Date(clock.now());
      keepFrom.setUTCMonth(keepFrom.getUTCMonth() - config.accessLogMonths);
      const rows = await db.read({ sees: 'none' }, async (tx) => {
        await tx.change('purposes-clear', 'delete from reading_purpose where day < $1', [clock.today()]);
        return tx.query<{ gone: number }>('readings-clear', 'select clear_access_log($1) as gone', [keepFrom]);
      });
      log.info({ gone: rows[0]?.gone, keepFrom }, 'access log cleared');
    },
  };
}

import { createCasePublisher, type CasePublisher } from '../../publishing/case-publisher.ts';
import { createNotifier } from '../../publishing/notifier.ts';
import type { ApiDeps } from '../api-deps.ts';

export type PublisherDeps = Pick<ApiDeps, 'store' | 'engine' | 'settings'> & Partial<Pick<ApiDeps, 'logger' | 'told'>>;

/**
 * Tells the world what a case has answered an action with (ADR 0031). What leaves the service is only started here; the
 * workers' sweep starts what was not.
 */
export function answerPublisher({ engine, logger, settings, store, told }: PublisherDeps): CasePublisher {
  const warn = (message: string, error: unknown) => logger?.warn({ err: error }, message);
  const unwaited = (start: Promise<void>) => void start.catch((error: unknown) => warn('not started', error));
  const outbox = {
    mailing: (notificationId: string) => unwaited(engine.startMailing(notificationId)),
    delivery: (deliveryId: string) => unwaited(engine.startDelivery(deliveryId)),
  };
  const mails = settings.SMTP_URL !== undefined || settings.MAIL_DIR !== undefined;
  return createCasePublisher({ store, engine, notifier: createNotifier({ store, outbox, mails, warn }), told });
}

import type { ApiDeps } from '../api-deps.ts';
import { createAnswerIntents, type AnswerIntents } from '../../publishing/answer-intents.ts';
import type { CasePublisher } from '../../publishing/case-publisher.ts';
import { answerPublisher, type PublisherDeps } from './answer-publisher.ts';
import { createDirectory } from './complaint-directory.ts';
import { openCaseIndex, type OpenCaseIndex } from './similar/open-case-index.ts';
import type { PlacementDeps } from './intake/report-placement.ts';
import type { PresenterDeps } from './complaint-presenter.ts';

/** What the operations on complaints share. */
export interface ComplaintServices extends PlacementDeps, PresenterDeps {
  clock: () => Date;
  openCases: OpenCaseIndex;
  /** Tells the world what a case has answered with. */
  publisher: CasePublisher;
  /** Keeps that it will. */
  intents: AnswerIntents;
  /** How many attachments one report or message may have. */
  attachmentsPerMessage: number;
}

export function complaintServices(deps: PublisherDeps & Pick<ApiDeps, 'clock'>): ComplaintServices {
  const { clock, engine, settings, store } = deps;
  const temporalUi = { url: settings.TEMPORAL_UI_URL, namespace: settings.TEMPORAL_NAMESPACE };
  const directory = createDirectory(store);
  const attachmentsPerMessage = settings.ATTACHMENTS_PER_MESSAGE;
  const openCases = openCaseIndex({ store, directory });
  const publisher = answerPublisher(deps);
  const warn = (message: string, error: unknown) => deps.logger?.warn({ err: error }, message);
  const intents = createAnswerIntents({ store, clock, warn });
  return { store, engine, clock, directory, openCases, publisher, intents, temporalUi, attachmentsPerMessage };
}

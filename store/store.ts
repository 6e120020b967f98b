import type { AttachmentFiles } from './attachments/attachment-files.ts';
import type { AttachmentRepository } from './attachments/attachment-repository.ts';
import type { CaseRepository } from './cases/case-repository.ts';
import type { ChangeRepository } from './changes/change-repository.ts';
import type { DeskRepository } from './desks/desk-repository.ts';
import type { IncidentRepository } from './incidents/incident-repository.ts';
import type { MailRepository } from './mails/mail-repository.ts';
import type { MessageRepository } from './messages/message-repository.ts';
import type { OfficeServerViewRepository } from './office-server-views/office-server-view-repository.ts';
import type { NotificationRepository } from './notifications/notification-repository.ts';
import type { OfficeServerRepository } from './office-servers/office-server-repository.ts';
import type { OfficeRepository } from './offices/office-repository.ts';
import type { PresenceRepository } from './presences/presence-repository.ts';
import type { ReportRepository } from './reports/report-repository.ts';
import type { RotationRepository } from './rotations/rotation-repository.ts';
import type { ServerSessionRepository } from './server-sessions/server-session-repository.ts';
import type { SavedReplyRepository } from './saved-replies/saved-reply-repository.ts';
import type { SecondFactorRepository } from './second-factors/second-factor-repository.ts';
import type { SessionRepository } from './sessions/session-repository.ts';
import type { SystemRepository } from './systems/system-repository.ts';
import type { TimelineRepository } from './timelines/timeline-repository.ts';
import type { TokenRepository } from './tokens/token-repository.ts';
import type { TurnRepository } from './turns/turn-repository.ts';
import type { UserRepository } from './users/user-repository.ts';
import type { DeliveryRepository } from './webhooks/delivery-repository.ts';
import type { WebhookRepository } from './webhooks/webhook-repository.ts';

/** All repositories of one store. `connectStore()` opens the real one, `fakeStore()` keeps all in memory. */
export interface Store {
  cases: CaseRepository;
  incidents: IncidentRepository;
  timelines: TimelineRepository;
  reports: ReportRepository;
  messages: MessageRepository;
  presences: PresenceRepository;
  savedReplies: SavedReplyRepository;
  attachments: AttachmentRepository;
  attachmentFiles: AttachmentFiles;
  rotations: RotationRepository;
  turns: TurnRepository;
  desks: DeskRepository;
  offices: OfficeRepository;
  systems: SystemRepository;
  officeServers: OfficeServerRepository;
  officeServerViews: OfficeServerViewRepository;
  serverSessions: ServerSessionRepository;
  users: UserRepository;
  sessions: SessionRepository;
  secondFactors: SecondFactorRepository;
  tokens: TokenRepository;
  changes: ChangeRepository;
  notifications: NotificationRepository;
  mails: MailRepository;
  webhooks: WebhookRepository;
  deliveries: DeliveryRepository;
  /** Settles when the store answers; rejects with StoreUnavailable within `timeoutMs` when it does not. */
  ping(timeoutMs: number): Promise<void>;
  close(): Promise<void>;
}

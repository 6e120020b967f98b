import type { Actor } from './actor.ts';

/** What a right depends on; a case, a desk and a report fit as they come from the store. */
export interface Resource {
  deskId?: string | null;
  officeId?: string | null;
  /** Who has reported it. */
  reporterIds?: string[];
  submitterId?: string;
  /** Whose it is, or who it is. */
  userId?: string;
  /** Of a file that is with nothing yet: who has uploaded it. */
  uploaderId?: string;
  /** Of an incident: whether it is open and has a notice for everyone. */
  isPublished?: boolean;
}

type Rule = (actor: Actor, resource: Resource) => boolean;

const everyone: Rule = () => true;
const agents: Rule = (actor) => actor.role === 'agent';
const submitters: Rule = (actor) => actor.role === 'submitter';
const admins: Rule = (actor) => actor.role === 'admin';
const supervisors: Rule = (actor) => actor.role === 'supervisor';
const sameOffice: Rule = (actor, { officeId }) => actor.officeId !== null && actor.officeId === officeId;
const sameDesk: Rule = (actor, { deskId }) => actor.deskId !== null && actor.deskId === deskId;
const self: Rule = (actor, { userId }) => userId === actor.id;
const reporter: Rule = (actor, { reporterIds, submitterId }) =>
  (reporterIds ?? []).includes(actor.id) || submitterId === actor.id;

const any =
  (...rules: Rule[]): Rule =>
  (actor, resource) =>
    rules.some((rule) => rule(actor, resource));
const all =
  (...rules: Rule[]): Rule =>
  (actor, resource) =>
    rules.every((rule) => rule(actor, resource));

const uploader: Rule = (actor, { uploaderId }) => uploaderId === actor.id;

const published: Rule = (_actor, { isPublished }) => isPublished === true;

const deskStaff = all(any(agents, supervisors), sameDesk);

/**
 * Who may do what. Whether an agent is the one whom the case was given to is not asked here: the case's workflow
 * decides that, since only it knows at that instant.
 */
const rules = {
  /** Have the form to write a complaint at all: for oneself, or as an agent for somebody else. */
  'case.submit': any(submitters, agents),
  'case.list': any(submitters, agents, supervisors),
  'case.create': all(submitters, sameOffice),
  'case.createOnBehalf': agents,
  /** Add a report to a running case knowingly: one of the own office, or as an agent for somebody else. */
  'case.attach': any(all(submitters, sameOffice), all(agents, sameDesk)),
  'case.read': any(deskStaff, all(submitters, reporter)),
  /** Reports of others, the workflow's address, internal notes. */
  'case.readInternal': deskStaff,
  'case.act': deskStaff,
  'case.reassign': all(supervisors, sameDesk),
  'case.reopen': any(deskStaff, all(submitters, reporter)),
  /** Withdraw a report of one's own, or rate its solution. */
  'case.judge': all(submitters, reporter),
  'report.read': any(deskStaff, all(submitters, reporter)),
  /** Write to the people of the case, and read what is written for oneself. */
  'message.write': any(deskStaff, all(submitters, reporter)),
  'message.read': any(deskStaff, all(submitters, reporter)),
  'message.note': deskStaff,
  'attachment.upload': any(submitters, agents, supervisors),
  'attachment.read': any(all(any(submitters, agents, supervisors), uploader), deskStaff, all(submitters, reporter)),
  'savedReply.read': deskStaff,
  'savedReply.write': all(supervisors, sameDesk),
  /** Which system it may be about is seen when they name it. */
  'incident.open': any(agents, supervisors),
  'incident.list': everyone,
  'incident.read': any(deskStaff, published),
  /** Link cases, change the notice, resolve it; see its cases and who opened it. */
  'incident.act': deskStaff,
  'desk.list': everyone,
  'desk.read': everyone,
  'desk.configure': admins,
  /** What has been counted of the desk's cases, turns and deadlines. */
  'desk.readFigures': all(supervisors, sameDesk),
  'rotation.read': any(deskStaff, admins),
  'rotation.write': all(supervisors, sameDesk),
  'officeServer.read': any(agents, supervisors, admins),
  /** Ask to be let in; whether the case is theirs is seen when they name it. */
  'session.request': agents,
  'session.read': deskStaff,
  /** Prolong or end a session; whether it is theirs is the office server's workflow to say. */
  'session.manage': deskStaff,
  /** Fetch what a remote desktop connects with; only its holder gets it. */
  'session.connect': all(agents, sameDesk),
  /** One's own news, and what of it is mailed; others' are not found. */
  'notification.use': everyone,
  /** Hear what happens; of cases only what `case.read` allows. */
  'event.follow': everyone,
  'webhook.manage': admins,
  /** Read in the Temporal UI what Temporal keeps encrypted: it shows all desks to whoever can reach it. */
  'payload.read': supervisors,
  'agent.setAvailability': any(all(agents, self), all(supervisors, sameDesk)),
  'agent.setCapacity': all(supervisors, sameDesk),
  /** Names of offices and systems: everybody's forms need them. */
  'setup.read': everyone,
  'setup.write': admins,
  'user.read': admins,
  'user.write': admins,
  'token.revoke': any(self, admins),
  'token.list': any(self, admins),
  'audit.read': admins,
  /** See everything that is kept about a person. */
  'user.readPersonalData': any(self, admins),
  /** See which mail server is set up, and have it tried with a mail to oneself. */
  'mail.test': admins,
  'setup.export': admins,
  'case.export': supervisors,
} satisfies Record<string, Rule>;

export type Action = keyof typeof rules;

export const actions = Object.keys(rules) as Action[];

/** Roles that can never do the action, whatever the resource: known before anything is loaded. */
const roleRules: Partial<Record<Action, Rule>> = {
  'case.create': submitters,
  'case.attach': any(submitters, agents),
  'case.read': any(submitters, agents, supervisors),
  'case.readInternal': any(agents, supervisors),
  'case.act': any(agents, supervisors),
  'case.reassign': supervisors,
  'case.reopen': any(submitters, agents, supervisors),
  'case.judge': submitters,
  'report.read': any(submitters, agents, supervisors),
  'message.write': any(submitters, agents, supervisors),
  'message.read': any(submitters, agents, supervisors),
  'message.note': any(agents, supervisors),
  'attachment.read': any(submitters, agents, supervisors),
  'savedReply.read': any(agents, supervisors),
  'savedReply.write': supervisors,
  'desk.readFigures': supervisors,
  'incident.read': everyone,
  'incident.act': any(agents, supervisors),
  'rotation.read': any(agents, supervisors, admins),
  'rotation.write': supervisors,
  'session.read': any(agents, supervisors),
  'session.manage': any(agents, supervisors),
  'session.connect': agents,
  'agent.setAvailability': any(agents, supervisors),
  'agent.setCapacity': supervisors,
  'token.revoke': everyone,
  'token.list': everyone,
  'user.readPersonalData': everyone,
};

/** May the actor do this to the resource? Denied unless a rule allows it. */
export function can(actor: Actor, action: Action, resource: Resource = {}): boolean {
  return Object.hasOwn(rules, action) && rules[action](actor, resource);
}

/** Could somebody of this role do it to some resource? For a refusal before the resource is looked at. */
export function mayEver(actor: Actor, action: Action): boolean {
  return (roleRules[action] ?? rules[action])(actor, {});
}

import { openIncident, incidentTransition } from '../../../workflows/incident/incident-state.ts';
import type { IncidentEvent, IncidentState } from '../../../workflows/incident/incident-types.ts';
import { incidentView } from '../../../workflows/incident/incident-view.ts';
import type { TestApi } from '../api/test-api.ts';

const names = {
  link: 'linkCases',
  unlink: 'unlinkCase',
  change: 'changeIncident',
  resolve: 'resolveIncident',
} as const;

/** Incidents without Temporal that decide as the real ones do: the fake engine asks the workflow's own pure state machine. */
export function fakeIncidentFlow({ clock, engine, store }: Pick<TestApi, 'clock' | 'engine' | 'store'>) {
  const states = new Map<string, IncidentState>();
  const now = () => clock.now.getTime();

  const stateOf = (incidentId: string): IncidentState | undefined => {
    const input = engine.incidents.get(incidentId);
    const opening = states.has(incidentId) || !input ? null : openIncident(input, now());
    if (opening?.outcome === 'changed') states.set(incidentId, opening.state);
    return states.get(incidentId);
  };
  const record = async (state: IncidentState) => {
    const view = incidentView(state);
    await store.incidents.record(view);
    return view;
  };

  engine.onIncidentAct = (incidentId, action) => {
    const state = stateOf(incidentId);
    if (!state) return { kind: 'notRunning' };
    if (action.name === 'confirm') {
      void record(state);
      return { kind: 'done', view: incidentView(state) };
    }
    const event = { type: names[action.name], action: action.message, ...action.message } as unknown as IncidentEvent;
    const result = incidentTransition(state, event, now());
    if (result.outcome === 'refused') return { kind: 'refused', refusal: result.refusal };
    states.set(incidentId, result.state);
    void record(result.state);
    return { kind: 'done', view: incidentView(result.state) };
  };

  let made = 0;
  /** One of sipd that runs and is recorded, linked to these cases; with a notice everybody may see it. */
  return async ({
    notice = null,
    caseIds = [],
  }: { notice?: string | null; caseIds?: string[] } = {}): Promise<string> => {
    const incidentId = `gangguan-uji-${(made += 1)}`;
    const cases = caseIds.map((caseId) => ({
      caseId,
      number: caseId,
      officeId: '123',
      workflowId: `complaint:${caseId}`,
    }));
    const actor = { id: 'pengawas', role: 'supervisor' as const };
    const about = { deskId: 'layanan', systemId: 'sipd', title: 'SIPD mati', payloadHash: 'x' };
    await engine.startIncident({ input: { incidentId, ...about, notice, actor, cases }, systemName: 'SIPD' });
    const state = stateOf(incidentId);
    if (!state) throw new Error('not opened');
    await record(state);
    return incidentId;
  };
}

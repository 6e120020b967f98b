import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { agentStateOf } from './agent-state.ts';
import classes from './board.module.css';
import { initialsOf, ringPlaces } from './ring-places.ts';
import type { RosterAgent, Rotation, Tier } from './rotation-query.ts';

interface RotationRingProps {
  rotation: Rotation;
  tier: Tier;
  /** A pointer's short way; the table beside it has the same for everybody. */
  onAgent: (agent: RosterAgent) => void;
}

/** The rotation as what it is: everybody in a circle, and the one whose turn is next. */
export function RotationRing({ rotation, tier, onAgent }: RotationRingProps) {
  const { t } = useTranslation();
  const { nextAgentId, roster, seq } = rotation;
  const next = roster.find(({ agentId }) => agentId === nextAgentId);
  const places = ringPlaces(roster.length);
  // As large as so many have room side by side.
  const size = `min(2.6rem, ${220 / roster.length}%)`;
  const who = next?.name ?? t('board.ring.nobody');
  return (
    <div className={classes.ring} role="img" aria-label={t('board.ring.label', { tier: t(`tier.${tier}`), who })}>
      <div className={classes.line} />
      {roster.map((agent, index) => (
        <span
          key={agent.agentId}
          className={classes.node}
          data-state={agentStateOf(agent)}
          data-next={agent.agentId === nextAgentId || undefined}
          title={agent.name}
          style={{ left: `${places[index]?.left}%`, top: `${places[index]?.top}%`, width: size }}
          onClick={() => onAgent(agent)}
        >
          {initialsOf(agent.name)}
        </span>
      ))}
      <div className={classes.centre}>
        {next && (
          <Text size="sm" c="dimmed">
            {t('board.ring.next')}
          </Text>
        )}
        <Text fw={650} fz="lg" lh={1.25}>
          {who}
        </Text>
        <Text size="sm" c="dimmed">
          {next ? t('board.ring.turn', { number: seq + 1 }) : t('board.ring.nobodyWhy')}
        </Text>
      </div>
    </div>
  );
}

import { useDesks, useOffices, usePeople, useServers, useSystems } from '../setup-queries.ts';

/** Among those, what people call what has this id; an id that is gone is said as it is. */
function nameIn(rows: readonly { id: string; name: string }[] | undefined) {
  const names = new Map(rows?.map(({ id, name }) => [id, name]));
  return (id: string): string => names.get(id) ?? id;
}

export function useNames() {
  return {
    desk: nameIn(useDesks().data),
    office: nameIn(useOffices().data),
    server: nameIn(useServers().data),
    system: nameIn(useSystems().data),
    person: nameIn(usePeople().data),
  };
}

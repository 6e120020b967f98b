/** Those of Indonesia, from west to east. */
export const timeZones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;

export function isZone(name: string): name is (typeof timeZones)[number] {
  return timeZones.some((zone) => zone === name);
}

import { z } from 'zod';
import { roles, type User } from '../../store/users/user-repository.ts';
import { tiers } from '../../workflows/kernel/tier.ts';

export const userSchema = z
  .strictObject({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    role: z.enum(roles),
    officeId: z.string().optional().meta({ description: 'Of submitters.' }),
    deskId: z.string().optional().meta({ description: 'Of agents and supervisors.' }),
    tier: z.enum(tiers).optional().meta({ description: 'Of agents.' }),
    mustChangePassword: z
      .literal(true)
      .optional()
      .meta({ description: 'Signed in with a one-time password: nothing works until another one is chosen.' }),
    mustEnrolSecondFactor: z
      .literal(true)
      .optional()
      .meta({ description: 'The role demands a second factor: nothing works until one is set up.' }),
  })
  .meta({
    id: 'User',
    example: {
      id: 'petugas-a',
      username: 'petugas-a',
      name: 'Petugas A',
      role: 'agent',
      deskId: 'layanan',
      tier: 'tier-1',
    },
  });

/** A person as others may see them: never the password's hash. */
export function presentUser(
  user: User,
  { mustEnrolSecondFactor = false }: { mustEnrolSecondFactor?: boolean } = {},
): z.input<typeof userSchema> {
  const { userId, username, name, role, officeId, deskId, tier } = user;
  return {
    id: userId,
    username,
    name,
    role,
    ...(officeId !== null && { officeId }),
    ...(deskId !== null && { deskId }),
    ...(tier !== null && { tier }),
    ...(user.oneTimePassword === true && { mustChangePassword: true }),
    ...(mustEnrolSecondFactor && { mustEnrolSecondFactor: true }),
  };
}

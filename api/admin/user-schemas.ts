import { z } from 'zod';
import { roles, type User } from '../../store/users/user-repository.ts';
import { tiers } from '../../workflows/kernel/tier.ts';
import { idSchema } from '../http/id-schema.ts';
import { newPasswordSchema } from '../session/password-rules.ts';
import { activeSchema, nameSchema, slugSchema, versionSchema } from './setup-schemas.ts';

const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{0,99}$/, 'petugas-a')
  .meta({ description: 'What the user signs in with; never changes.' });

const emailSchema = z.email().max(254).nullable().meta({ description: 'Where mail goes; null for no mail.' });

const profileFields = {
  name: nameSchema,
  role: z.enum(roles),
  officeId: idSchema.nullable().meta({ description: 'Of submitters.' }),
  deskId: idSchema.nullable().meta({ description: 'Of agents and supervisors.' }),
  tier: z.enum(tiers).nullable().meta({ description: 'Of agents.' }),
  email: emailSchema,
};

export const newUserSchema = z
  .strictObject({
    id: slugSchema,
    username: usernameSchema.optional().meta({ description: 'Without it the id.' }),
    name: nameSchema,
    role: z.enum(roles),
    officeId: profileFields.officeId.optional(),
    deskId: profileFields.deskId.optional(),
    tier: profileFields.tier.optional(),
    email: emailSchema.optional(),
    password: newPasswordSchema.optional().meta({ description: 'Without it a one-time password is made.' }),
    mustChangePassword: z
      .boolean()
      .optional()
      .meta({ description: 'Whether the password given here is good only for choosing another.' }),
  })
  .meta({
    id: 'NewUser',
    example: { id: 'petugas-y', name: 'Petugas Y', role: 'agent', deskId: 'layanan', tier: 'tier-1' },
  });

export const userChangeSchema = z
  .strictObject(profileFields)
  .partial()
  .meta({ id: 'UserChange', example: { tier: 'tier-2' } });

export const accountSchema = z
  .strictObject({
    id: z.string(),
    username: z.string(),
    ...profileFields,
    name: z.string(),
    email: z.string().nullable(),
    mustChangePassword: z.boolean(),
    active: activeSchema,
    version: versionSchema,
  })
  .meta({ id: 'Account', description: 'Never with anything of the password.' });

export type NewUser = z.output<typeof newUserSchema>;
export type UserChange = z.output<typeof userChangeSchema>;
export type Account = z.input<typeof accountSchema>;

/** An account as admins see it: never the password's hash. */
export function presentAccount(user: User): Account {
  const { userId, username, name, role, officeId, deskId, tier, email = null, active, version = 1 } = user;
  const mustChangePassword = user.oneTimePassword === true;
  return { id: userId, username, name, role, officeId, deskId, tier, email, mustChangePassword, active, version };
}

import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';

/**
 * A security setting or an access right was changed, as the source tells at
 * the time: what polling twice a day would miss.
 *
 * @public
 */
export const SettingsChanged = z.object({
  setting: z.enum([
    'branch-protection',
    'environment-protection',
    'pipeline-settings',
    'member',
    'team',
    'repository',
    'webhook',
  ]),
  action: z.enum(['created', 'edited', 'deleted', 'added', 'removed']),
  /** The rule, team, environment or hook it is about. */
  name: z.string().optional(),
  /** Whose access it is about. */
  member: Identity.optional(),
  /** The access given, in the words of the source: write, admin, … */
  role: z.string().optional(),
  /** What changed, in the words of the source: field names. */
  fields: z.array(z.string()),
  changedBy: Identity.optional(),
  changedAt: Instant,
});

import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';

const SettingValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string()),
]);

/**
 * One field of a setting that changed, with the values before and after it. A
 * value that the source does not report is absent; `null` means that the field
 * was empty.
 *
 * @public
 */
export const FieldChange = z.object({
  /** Name of the field in the words of the source. */
  field: z.string().min(1),
  before: SettingValue.optional(),
  after: SettingValue.optional(),
});

/** @public */
export type FieldChange = z.output<typeof FieldChange>;

/**
 * A security setting, an access right or a credential was changed, as the
 * source reports at that time. Polling twice a day would miss it.
 *
 * @public
 */
export const SettingsChanged = z.object({
  setting: z.enum([
    'access-token',
    'app-installation',
    'branch-protection',
    'deploy-key',
    'environment-protection',
    'group',
    'invitation',
    'member',
    'pipeline-settings',
    'repository',
    'team',
    'user',
    'webhook',
  ]),
  action: z.enum([
    'created',
    'edited',
    'deleted',
    'added',
    'removed',
    'suspended',
    'restored',
  ]),
  /** The rule, team, environment, key, application or hook it is about. */
  name: z.string().optional(),
  /** Whose access it is about. */
  member: Identity.optional(),
  /** The access given, in the words of the source: write, admin, … */
  role: z.string().optional(),
  /** What changed. Empty if the source does not report it. */
  changes: z.array(FieldChange),
  changedBy: Identity.optional(),
  changedAt: Instant,
});

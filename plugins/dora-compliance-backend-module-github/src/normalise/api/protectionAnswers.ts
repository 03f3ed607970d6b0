import { z } from 'zod';
import { listShape } from './pages';

const Toggle = z.looseObject({ enabled: z.boolean() }).optional();
const Actors = z.array(
  z.looseObject({
    login: z.string().optional(),
    slug: z.string().optional(),
  }),
);

/** Classic protection of a branch. */
export const ClassicProtection = z.looseObject({
  url: z.string(),
  required_pull_request_reviews: z
    .looseObject({
      dismiss_stale_reviews: z.boolean(),
      require_code_owner_reviews: z.boolean(),
      required_approving_review_count: z.number().optional(),
      require_last_push_approval: z.boolean().optional(),
      bypass_pull_request_allowances: z
        .looseObject({
          users: Actors.optional(),
          teams: Actors.optional(),
          apps: Actors.optional(),
        })
        .optional(),
    })
    .optional(),
  required_status_checks: z
    .looseObject({
      contexts: z.array(z.string()).optional(),
      checks: z.array(z.looseObject({ context: z.string() })).optional(),
    })
    .optional(),
  enforce_admins: Toggle,
  required_signatures: Toggle,
  allow_force_pushes: Toggle,
  allow_deletions: Toggle,
});

export type ClassicProtection = z.output<typeof ClassicProtection>;

/** A rule of a ruleset that applies to the branch. */
const Rule = z.looseObject({
  type: z.string(),
  ruleset_id: z.number().int().optional(),
  parameters: z
    .looseObject({
      dismiss_stale_reviews_on_push: z.boolean().optional(),
      require_code_owner_review: z.boolean().optional(),
      require_last_push_approval: z.boolean().optional(),
      required_approving_review_count: z.number().optional(),
      required_status_checks: z
        .array(z.looseObject({ context: z.string() }))
        .optional(),
    })
    .optional(),
});

export type Rule = z.output<typeof Rule>;

export const Rules = listShape(Rule);

export const Ruleset = z.looseObject({
  id: z.number().int(),
  /** Reported only to those who may change the ruleset. */
  bypass_actors: z
    .array(
      z.looseObject({
        actor_id: z.number().nullish(),
        actor_type: z.string(),
        bypass_mode: z.string().optional(),
      }),
    )
    .optional(),
});

export type Ruleset = z.output<typeof Ruleset>;

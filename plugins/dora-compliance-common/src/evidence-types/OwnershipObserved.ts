import { z } from 'zod';

/**
 * Who the catalog names as accountable for an ICT asset, and whether that
 * owner exists (RTS 2024/1774 Art 4(2)(b)(iv)).
 *
 * @public
 */
export const OwnershipObserved = z.object({
  entityRef: z.string(),
  /** As declared; absent when the entity names none. */
  ownerRef: z.string().optional(),
  owner: z
    .object({
      kind: z.enum(['group', 'user', 'other']),
      title: z.string(),
      /** Group type as declared (team, business-unit, …). */
      type: z.string().optional(),
      /** Users who are members, directly or through child groups. */
      memberCount: z.number().int().nonnegative(),
      /** Who the group names as accountable, and whether that user exists. */
      accountable: z
        .object({ personRef: z.string(), exists: z.boolean() })
        .optional(),
    })
    .optional(),
});

import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  Criticality,
  ICT_ASSET_RESOURCE,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';

/**
 * What permission rules know of an ICT asset.
 *
 * @public
 */
export type RuledAsset = {
  entityRef: string;
  /** Empty if nobody owns it. */
  ownerRef: string;
  /** Empty if it is part of no system. */
  systemRef: string;
  /** Absent if it is not classified. */
  criticality?: Criticality;
  /** The business functions it supports, directly or not. */
  functions: readonly string[];
};

/**
 * A rule as a condition on assets: one of these values.
 *
 * @public
 */
export type AssetQuery = {
  property: 'owner' | 'system' | 'function' | 'criticality';
  values: readonly string[];
};

/**
 * ICT assets, for conditional decisions.
 *
 * @public
 */
export const ictAssetResourceRef = createPermissionResourceRef<
  RuledAsset,
  AssetQuery
>().with({ pluginId: 'dora-compliance', resourceType: ICT_ASSET_RESOURCE });

const LEVELS: readonly string[] = [...Criticality.options, 'unclassified'];

const isLevel = (level: string) => LEVELS.includes(level);

const references = z
  .array(z.string())
  .describe('Full entity references, such as group:default/payments');

const toLowerCase = (refs: readonly string[]) =>
  refs.map(ref => ref.toLowerCase());

const isOwner = createPermissionRule({
  name: 'IS_ASSET_OWNER',
  description: 'Allow ICT assets that one of these users or groups owns',
  resourceRef: ictAssetResourceRef,
  paramsSchema: z.object({ claims: references }),
  apply: ({ ownerRef }, { claims }) => toLowerCase(claims).includes(ownerRef),
  toQuery: ({ claims }) => ({
    property: 'owner' as const,
    values: toLowerCase(claims),
  }),
});

const isPartOfSystem = createPermissionRule({
  name: 'IS_PART_OF_SYSTEM',
  description: 'Allow ICT assets that are part of one of these systems',
  resourceRef: ictAssetResourceRef,
  paramsSchema: z.object({ systems: references }),
  apply: ({ systemRef }, { systems }) =>
    toLowerCase(systems).includes(systemRef),
  toQuery: ({ systems }) => ({
    property: 'system' as const,
    values: toLowerCase(systems),
  }),
});

const supportsFunction = createPermissionRule({
  name: 'SUPPORTS_FUNCTION',
  description:
    'Allow ICT assets that support one of these business functions, directly or not',
  resourceRef: ictAssetResourceRef,
  paramsSchema: z.object({ functions: references }),
  apply: (asset, { functions }) =>
    toLowerCase(functions).some(name => asset.functions.includes(name)),
  toQuery: ({ functions }) => ({
    property: 'function' as const,
    values: toLowerCase(functions),
  }),
});

const hasCriticality = createPermissionRule({
  name: 'HAS_CRITICALITY',
  description: 'Allow ICT assets of one of these levels of criticality',
  resourceRef: ictAssetResourceRef,
  paramsSchema: z.object({
    levels: z
      .array(z.string().refine(isLevel, `must be one of: ${LEVELS.join(', ')}`))
      .describe('Effective criticality, or unclassified'),
  }),
  apply: ({ criticality }, { levels }) =>
    levels.includes(criticality ?? 'unclassified'),
  toQuery: ({ levels }) => ({
    property: 'criticality' as const,
    values: levels,
  }),
});

/**
 * The rules for ICT assets.
 *
 * @public
 */
export const ictAssetRules = {
  isOwner,
  isPartOfSystem,
  supportsFunction,
  hasCriticality,
};

const exported = createConditionExports({
  resourceRef: ictAssetResourceRef,
  rules: ictAssetRules,
});

/**
 * Conditions on ICT assets, for policies.
 *
 * @public
 */
export const ictAssetConditions = exported.conditions;

/**
 * Makes the decision of a policy depend on conditions on ICT assets.
 *
 * @public
 */
export const createIctAssetConditionalDecision =
  exported.createConditionalDecision;

import type { LinkRelation } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** An asset supports a business function. @public */
export const RELATION_SUPPORTS_FUNCTION = 'supportsFunction';
/** A business function is supported by an asset. @public */
export const RELATION_FUNCTION_SUPPORTED_BY = 'functionSupportedBy';
/** A pipeline can change a running component. @public */
export const RELATION_DEPLOYS = 'deploys';
/** A component can be changed by a pipeline. @public */
export const RELATION_DEPLOYED_BY = 'deployedBy';
/** An asset comes from an ICT third-party provider. @public */
export const RELATION_PROVIDED_BY = 'providedBy';
/** An ICT third-party provider provides an asset. @public */
export const RELATION_PROVIDES = 'provides';

/**
 * How a link reads in the catalog, from each of its ends. Links that are not
 * named have relations of Backstage's own.
 */
export const relationsOfLink: Readonly<
  Partial<Record<LinkRelation, { forward: string; back: string }>>
> = {
  'supported-by': {
    forward: RELATION_FUNCTION_SUPPORTED_BY,
    back: RELATION_SUPPORTS_FUNCTION,
  },
  'deployed-by': { forward: RELATION_DEPLOYED_BY, back: RELATION_DEPLOYS },
  'provided-by': { forward: RELATION_PROVIDED_BY, back: RELATION_PROVIDES },
};

import type { Entity } from '@backstage/catalog-model';
import {
  type FilterPredicate,
  filterPredicateToFilterFunction,
} from '@backstage/filter-predicates';
import {
  FUNCTION_TYPE,
  PROVIDER_TYPE,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Business functions and ICT third-party providers, which are not assets. */
export const functionOrProvider: FilterPredicate = {
  kind: 'resource',
  'spec.type': { $in: [FUNCTION_TYPE, PROVIDER_TYPE] },
};

/** Parts of the organization that have a card with their open findings. */
export const organizationPart: FilterPredicate = {
  kind: { $in: ['system', 'domain', 'group'] },
};

/**
 * ICT assets: components and resources, except business functions and ICT
 * third-party providers.
 */
export const ictAsset: FilterPredicate = {
  $all: [
    { kind: { $in: ['component', 'resource'] } },
    { $not: functionOrProvider },
  ],
};

/**
 * Whether an entity is an ICT asset: a component or a resource, except
 * business functions and ICT third-party providers.
 *
 * @public
 */
export const isComplianceAvailable: (entity: Entity) => boolean =
  filterPredicateToFilterFunction(ictAsset);

/**
 * Whether an entity is a business function or an ICT third-party provider.
 *
 * @public
 */
export const isFunctionOrProvider: (entity: Entity) => boolean =
  filterPredicateToFilterFunction(functionOrProvider);

/**
 * Whether an entity is a system, a domain, or a group.
 *
 * @public
 */
export const isOrganizationPart: (entity: Entity) => boolean =
  filterPredicateToFilterFunction(organizationPart);

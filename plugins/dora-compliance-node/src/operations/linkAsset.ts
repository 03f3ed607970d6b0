import {
  type EnvironmentReference,
  EntityRefText,
  fullEntityRef,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { markClassified } from '../source/markClassified';
import { matchesPattern } from '../source/matchesPattern';
import { namesProduction } from '../source/namesProduction';
import { webUrlOfRemote } from '../systems/webUrlOfRemote';
import type { OperationsScope } from './OperationsScope';

/**
 * What an alert or an incident says about the asset that it is about.
 *
 * @public
 */
export type AssetNames = {
  /** A reference to a catalog entity; `component:default/` may be left out. */
  readonly entity?: string | undefined;
  /** The address of a repository. */
  readonly repository?: string | undefined;
  /** The names and ids of the service, for the rules of the configuration. */
  readonly services?: readonly (string | undefined)[];
  readonly environment?: string | undefined;
};

/**
 * The asset that something is about, as far as it is known.
 *
 * @public
 */
export type AssetLink = {
  readonly subjects: readonly Subject[];
  readonly environment?: EnvironmentReference;
  /** Why it is about no asset, as the end of a sentence. */
  readonly problem?: string;
};

/** Control characters and halves of surrogate pairs. */
const UNREADABLE = /[\p{Cc}\p{Surrogate}]/u;

/**
 * Links something to an asset: by what it names itself, otherwise by the first
 * rule of the configuration for its service.
 *
 * @public
 */
export function linkAsset(
  names: AssetNames,
  scope: OperationsScope,
): AssetLink {
  const services = (names.services ?? []).filter(one => one !== undefined);
  const rule = scope.services.find(({ name }) =>
    services.some(service => matchesPattern(name, service)),
  );
  const entity = names.entity ? readEntity(names.entity) : rule?.entity;
  const repository = names.repository && webUrlOfRemote(names.repository);
  const environment = names.environment ?? rule?.environment;
  const subjects: Subject[] = [
    ...(entity ? [{ kind: 'entity' as const, uri: entity }] : []),
    ...(repository ? [{ kind: 'repository' as const, uri: repository }] : []),
  ];
  const problem = findProblem(names, { entity, repository });
  return {
    subjects,
    ...(environment && { environment: toEnvironment(environment, scope) }),
    ...(problem && { problem }),
  };
}

function readEntity(text: string): string | undefined {
  return EntityRefText.safeParse(text).success && !UNREADABLE.test(text)
    ? fullEntityRef(text, 'component', 'default')
    : undefined;
}

function findProblem(
  names: AssetNames,
  found: { entity?: string | undefined; repository?: string | undefined },
): string | undefined {
  if (names.entity && !found.entity) {
    return 'names no catalog entity: write it as component:default/ledger';
  }
  if (names.repository && !found.repository) {
    return 'names no repository: write its web address';
  }
  return found.entity || found.repository
    ? undefined
    : 'names neither an entity nor a repository, and no rule names its service';
}

function toEnvironment(
  name: string,
  { productionEnvironments, nonProductionEnvironments }: OperationsScope,
): EnvironmentReference {
  return {
    name,
    production: namesProduction(name, productionEnvironments),
    ...markClassified(name, nonProductionEnvironments),
  };
}

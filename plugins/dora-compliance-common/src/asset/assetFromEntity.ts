import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ANNOTATION_REPOSITORY, PROJECT_SLUG_HOSTS } from './annotations';
import { findDeclaration } from './findDeclaration';
import { fullEntityRef, readEntityRef } from './EntityRefText';
import { webLink } from '../web/webLink';
import type { IctAsset } from './IctAsset';
import { listProviderFacts } from './ProviderFact';
import { brokenRule, type DeclarationProblem, shown } from './readDeclaration';

/** Kinds of catalog entities that are ICT assets. */
const ASSET_KINDS = ['component', 'resource'];

/**
 * Reads an ICT asset from a catalog entity, or undefined when the entity is
 * none: other kinds, business functions, ICT third-party providers.
 *
 * @public
 */
export function assetFromEntity(entity: Entity): IctAsset | undefined {
  const kind = entity.kind.toLowerCase();
  if (!ASSET_KINDS.includes(kind)) {
    return undefined;
  }
  const declaration = findDeclaration(entity);
  if (declaration.of !== 'asset') {
    return undefined;
  }
  const { declared, problems } = declaration;
  const { kind: entityKind, metadata } = entity;
  const { namespace = 'default', name } = metadata;
  const repositories = findRepositories(entity);
  const owner = reference(entity, 'owner', 'group');
  const system = reference(entity, 'system', 'system');
  const type = text(entity.spec?.type);
  const facts = listProviderFacts({ ...(type && { type }), declared });
  return {
    entityRef: stringifyEntityRef(entity),
    id:
      declared.id ??
      `urn:backstage:${entityKind}:${namespace}:${name}`.toLowerCase(),
    kind,
    title: entity.metadata.title ?? entity.metadata.name,
    type,
    lifecycle: text(entity.spec?.lifecycle),
    ownerRef: owner.ref,
    systemRef: system.ref,
    repositories,
    linked: repositories.length > 0,
    providerRef:
      declared.provider &&
      fullEntityRef(declared.provider, 'resource', namespace),
    ...(facts.length > 0 && { providerFacts: facts }),
    declared,
    problems: [...problems, ...owner.problems, ...system.problems],
    editUrl: webLink(metadata.annotations?.[ANNOTATION_EDIT_URL]),
  };
}

function reference(
  entity: Entity,
  field: string,
  defaultKind: string,
): { ref?: string; problems: DeclarationProblem[] } {
  const value = text(entity.spec?.[field]);
  const namespace = entity.metadata.namespace ?? 'default';
  const ref = value && readEntityRef(value, defaultKind, namespace);
  if (!value || ref) {
    return { ...(ref && { ref }), problems: [] };
  }
  const problem = { field: `spec.${field}`, value: shown(value) };
  const example = `${defaultKind}:payments`;
  return {
    problems: [{ ...problem, ...brokenRule('entity-reference', { example }) }],
  };
}

function findRepositories(entity: Entity): string[] {
  const annotations = entity.metadata.annotations ?? {};
  const named = [
    annotations[ANNOTATION_REPOSITORY],
    ...Object.entries(PROJECT_SLUG_HOSTS).map(
      ([annotation, host]) =>
        annotations[annotation] && `${host}/${annotations[annotation]}`,
    ),
  ];
  const found = named.filter(isWebAddress).map(withoutSuffix);
  return found.length > 0
    ? [...new Set(found)]
    : fromSourceLocation(annotations[ANNOTATION_SOURCE_LOCATION]);
}

/** `url:https://host/owner/name/tree/main/` names the repository it is in. */
function fromSourceLocation(location = ''): string[] {
  const match = location.match(
    /^url:(https?:\/\/[^/]+\/.+?)(?:\/-)?\/(?:tree|blob)\//,
  );
  return isWebAddress(match?.[1]) ? [withoutSuffix(match[1])] : [];
}

function isWebAddress(value: string | undefined): value is string {
  return (
    webLink(value) !== undefined && /^https?:\/\/[^/]+\/.+/i.test(value ?? '')
  );
}

function withoutSuffix(uri: string) {
  return uri.replace(/(?<!\/)\/+$/, '').replace(/\.git$/, '');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}

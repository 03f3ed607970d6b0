import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_DECLARATION } from './annotations';
import { AssetDeclaration } from './AssetDeclaration';
import { FUNCTION_TYPE, FunctionDeclaration } from './BusinessFunction';
import { PROVIDER_TYPE, ProviderDeclaration } from './IctProvider';
import { brokenRule, readDeclaration } from './readDeclaration';

/**
 * What an entity declares: an ICT asset, a business function or an ICT
 * third-party provider, by its `spec.type`.
 *
 * @public
 */
export type Declaration =
  | { of: 'asset'; declared: AssetDeclaration }
  | { of: 'function'; declared: FunctionDeclaration }
  | { of: 'provider'; declared: ProviderDeclaration };

/**
 * Reads what an entity declares under `spec.dora`, or in the annotation that
 * takes its place. Invalid values are reported and left out.
 *
 * @public
 */
export function findDeclaration(entity: Entity) {
  const { block, at, unreadable } = findBlock(entity);
  const type = String(entity.spec?.type ?? '').toLowerCase();
  const isResource = entity.kind.toLowerCase() === 'resource';
  if (isResource && type === FUNCTION_TYPE) {
    const read = readDeclaration(FunctionDeclaration, block, at);
    return result('function', read, unreadable);
  }
  if (isResource && type === PROVIDER_TYPE) {
    const read = readDeclaration(ProviderDeclaration, block, at);
    return result('provider', read, unreadable);
  }
  return result(
    'asset',
    readDeclaration(AssetDeclaration, block, at),
    unreadable,
  );
}

type Unreadable = ReturnType<typeof readDeclaration>['problems'];

function result<TOf extends string, TDeclared>(
  of: TOf,
  read: { declared: TDeclared; problems: Unreadable },
  unreadable: Unreadable,
) {
  const { declared, problems } = read;
  return { of, declared, problems: [...unreadable, ...problems] };
}

function findBlock(entity: Entity): {
  block: unknown;
  at: string;
  unreadable: Unreadable;
} {
  const annotation = entity.metadata.annotations?.[ANNOTATION_DECLARATION];
  if (entity.spec?.dora !== undefined || annotation === undefined) {
    return { block: entity.spec?.dora, at: 'spec.dora', unreadable: [] };
  }
  const at = `metadata.annotations.${ANNOTATION_DECLARATION}`;
  try {
    return { block: JSON.parse(annotation), at, unreadable: [] };
  } catch {
    const value = annotation.slice(0, 100);
    return {
      block: undefined,
      at,
      unreadable: [{ field: at, value, ...brokenRule('json', {}) }],
    };
  }
}

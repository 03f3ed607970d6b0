import {
  type AssetRecordView,
  fullEntityRef,
  type IctAsset,
  type InventoryItemView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { IsReadable } from '../../permissions/Reader';

/** The entities that the record of an asset names. */
export function namesOfAsset(asset: IctAsset): string[] {
  const { ownerRef, systemRef, providerRef } = asset;
  return [
    ...[ownerRef, systemRef, providerRef].flatMap(ref => ref ?? []),
    ...listFunctions(asset).map(({ ref }) => ref),
    ...listDeployed(asset).map(({ ref }) => ref),
  ];
}

/** An asset without the entities that may not be read. */
export function readableAsset(
  asset: IctAsset,
  isReadable: IsReadable,
): IctAsset {
  const { ownerRef, systemRef, providerRef, declared, ...rest } = asset;
  const { functions, provider, pipeline, ...fields } = declared;
  const texts = (of: readonly { text: string; ref: string }[]) =>
    of.filter(({ ref }) => isReadable(ref)).map(({ text }) => text);
  const readableFunctions = texts(listFunctions(asset));
  const deploys = texts(listDeployed(asset));
  const shown = (ref: string | undefined) =>
    ref !== undefined && isReadable(ref);
  return {
    ...rest,
    ...(shown(ownerRef) && { ownerRef }),
    ...(shown(systemRef) && { systemRef }),
    ...(shown(providerRef) && { providerRef }),
    declared: {
      ...fields,
      // An empty list says that there are none.
      ...(functions &&
        (functions.length === 0 || readableFunctions.length > 0) && {
          functions: readableFunctions,
        }),
      ...(shown(providerRef) && provider && { provider }),
      ...(pipeline && {
        pipeline: { ...pipeline, ...(pipeline.deploys && { deploys }) },
      }),
    },
  };
}

/** The entities that a line of the inventory names. */
export function namesOfItem(item: InventoryItemView): string[] {
  const { owner, system, provider, functions } = item;
  return [owner, system, provider, ...functions].flatMap(
    named => named?.entityRef ?? [],
  );
}

/** A line of the inventory without the entities that may not be read. */
export function readableItem(
  item: InventoryItemView,
  isReadable: IsReadable,
): InventoryItemView {
  const { owner, system, provider, ...rest } = item;
  const shown = (named: { entityRef: string } | undefined) =>
    named !== undefined && isReadable(named.entityRef);
  return {
    ...rest,
    ...(shown(owner) && { owner }),
    ...(shown(system) && { system }),
    ...(shown(provider) && { provider }),
    functions: item.functions.filter(shown),
  };
}

/** What a pipeline can change, as far as it may be read. */
export function readableDeploys(
  deploys: NonNullable<AssetRecordView['deploys']>,
  isReadable: IsReadable,
): NonNullable<AssetRecordView['deploys']> {
  return deploys
    .filter(({ entityRef }) => isReadable(entityRef))
    .map(({ ownerRef, ...rest }) => ({
      ...rest,
      ...(ownerRef && isReadable(ownerRef) && { ownerRef }),
    }));
}

function listFunctions({ entityRef, declared }: IctAsset) {
  return asWritten(declared.functions, 'resource', entityRef);
}

function listDeployed({ entityRef, declared }: IctAsset) {
  return asWritten(declared.pipeline?.deploys, 'component', entityRef);
}

/** References as they are written in an entity, and in full. */
function asWritten(
  texts: readonly string[] = [],
  defaultKind: string,
  entityRef: string,
) {
  const namespace = /^[^:]+:([^/]+)\//.exec(entityRef)?.[1] ?? 'default';
  return texts.map(text => ({
    text,
    ref: fullEntityRef(text, defaultKind, namespace),
  }));
}

import type {
  IctAsset,
  InventoryItemView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/**
 * The controls that do not apply to an asset because of its type: without the
 * type they would.
 */
export function exemptFrom(
  asset: IctAsset,
  controls: readonly CompiledControl[],
): NonNullable<InventoryItemView['exemptFrom']> {
  const { type, ...untyped } = asset;
  return controls
    .filter(({ appliesTo }) => type && !appliesTo(asset) && appliesTo(untyped))
    .map(({ control: { code, title } }) => ({ code, title }));
}

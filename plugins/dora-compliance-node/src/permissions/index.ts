export {
  type AssetQuery,
  createIctAssetConditionalDecision,
  ictAssetConditions,
  ictAssetResourceRef,
  ictAssetRules,
  type RuledAsset,
} from './ictAssetRules';

import { z } from 'zod';
import { requestText } from './RequestText';

/** A part of an entity reference, which a colon or a slash would end. */
const refPart = requestText(255).regex(
  /^[^:/]+$/,
  'must be a part of an entity reference, without : and /',
);

/** The parts of the reference of an asset. */
export const AssetPath = z.object({
  kind: refPart,
  namespace: refPart,
  name: refPart,
});

/** The path of an asset. */
export const assetPath = '/assets/{kind}/{namespace}/{name}';

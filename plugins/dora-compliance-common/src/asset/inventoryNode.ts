import { z } from 'zod';
import { FunctionDeclaration } from './BusinessFunction';
import { IctAsset } from './IctAsset';
import { ProviderDeclaration } from './IctProvider';
import { DeclarationProblem } from './readDeclaration';

/**
 * How one thing uses another. Criticality flows along it: what is used is at
 * least as critical as what uses it.
 *
 * @public
 */
export const LinkRelation = z.enum([
  'supported-by',
  'has-part',
  'depends-on',
  'consumes-api',
  'api-provided-by',
  'deployed-by',
  'provided-by',
]);

/** @public */
export type LinkRelation = z.output<typeof LinkRelation>;

/**
 * One thing uses another: both are full entity references.
 *
 * @public
 */
export const Link = z.object({
  from: z.string(),
  to: z.string(),
  relation: LinkRelation,
});

/** @public */
export type Link = z.output<typeof Link>;

const common = {
  entityRef: z.string(),
  title: z.string(),
  /** The links its entity declares, whichever end of them it is. */
  links: z.array(Link),
};

/**
 * What the inventory knows of a catalog entity: an ICT asset, or something
 * that gives assets their criticality.
 *
 * @public
 */
export const InventoryNode = z.discriminatedUnion('node', [
  z.object({ ...common, node: z.literal('asset'), asset: IctAsset }),
  z.object({
    ...common,
    node: z.literal('function'),
    declared: FunctionDeclaration.partial(),
    problems: z.array(DeclarationProblem),
  }),
  z.object({
    ...common,
    node: z.literal('provider'),
    declared: ProviderDeclaration.partial(),
    problems: z.array(DeclarationProblem),
  }),
  z.object({ ...common, node: z.literal('system') }),
  z.object({ ...common, node: z.literal('api') }),
]);

/** @public */
export type InventoryNode = z.output<typeof InventoryNode>;

import type { z } from 'zod';

/**
 * The parameters of an operation: text on the wire, checked by zod.
 *
 * @public
 */
export type OperationParameters = z.ZodObject<Record<string, z.ZodType>>;

/**
 * One thing the API can do. The router, the client and the OpenAPI file are
 * all made from these.
 *
 * @public
 */
export type Operation<
  TPath extends OperationParameters = OperationParameters,
  TQuery extends OperationParameters = OperationParameters,
  TAnswer extends z.ZodType = z.ZodType,
  TBody extends z.ZodType = z.ZodType,
> = {
  readonly method: 'GET' | 'POST';
  /** Path with `{name}` for each parameter. */
  readonly path: string;
  readonly summary: string;
  /**
   * `asset`: catalog.entity.read and dora-compliance.asset.read on the asset; else the
   * name of a permission.
   */
  readonly needs: string;
  /** Name of a permission that is needed besides. */
  readonly alsoNeeds?: string;
  readonly params: TPath;
  readonly query: TQuery;
  /** What a POST carries as JSON, at most 100 kB. */
  readonly body?: TBody;
  readonly answer: TAnswer;
  /** Media type, set when the answer is raw bytes and not JSON of ours. */
  readonly raw?: string;
};

/** @public */
export function operation<
  TPath extends OperationParameters,
  TQuery extends OperationParameters,
  TAnswer extends z.ZodType,
  TBody extends z.ZodType = z.ZodType,
>(
  of: Operation<TPath, TQuery, TAnswer, TBody>,
): Operation<TPath, TQuery, TAnswer, TBody> {
  return of;
}

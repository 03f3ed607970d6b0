import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, toError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Operation } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { AssetStore } from '../asset/AssetStore';
import type { AccessControl } from '../permissions/AccessControl';
import { Fault } from './Fault';

/** What every operation is guarded by. */
export type Guards = {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  access: AccessControl;
  assets: AssetStore;
};

/**
 * Makes a route of an operation: who asks, whether they may, what they ask,
 * and only then the handler.
 */
export function bindOperation<
  TPath extends Operation['params'],
  TQuery extends Operation['query'],
  TAnswer extends z.ZodType,
>(
  router: Router,
  guards: Guards,
  of: Operation<TPath, TQuery, TAnswer>,
  handle: (
    input: z.output<TPath> & z.output<TQuery> & { entityRef: string },
    res: Response,
  ) => Promise<z.output<TAnswer>>,
): void {
  const path = of.path.replace(/\{(\w+)\}/g, ':$1');
  const method = of.method === 'GET' ? 'get' : 'post';
  router[method](path, async (req, res) => {
    const credentials = await guards.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const entityRef = of.needs === 'asset' ? assetRef(req.params) : '';
    await audited(guards.auditor, of, req, async () => {
      await requirePermission(guards, of.needs, entityRef, credentials);
      const params = parse(of.params, req.params, 'path');
      const query = parse(of.query, req.query, 'query');
      const answer = await handle({ ...params, ...query, entityRef }, res);
      if (!of.raw) {
        res.json(answer);
      }
    });
  });
}

/**
 * Tells the auditor who asked what and how it ended. What changes something
 * or hands out evidence as received weighs more than a look at a page.
 */
async function audited(
  auditor: AuditorService,
  of: Pick<Operation, 'method' | 'path' | 'raw'>,
  request: Request,
  answer: () => Promise<void>,
) {
  const event = await auditor.createEvent({
    eventId: of.method === 'GET' ? 'read' : 'change',
    severityLevel: of.method === 'GET' && !of.raw ? 'low' : 'medium',
    request,
    meta: { operation: of.path, ...request.params },
  });
  try {
    await answer();
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
  await event.success();
}

async function requirePermission(
  { access, assets }: Guards,
  needs: string,
  entityRef: string,
  credentials: BackstageCredentials,
) {
  if (needs === 'asset') {
    const isKnown =
      (await access.mayReadAsset(entityRef, credentials)) &&
      (await assets.find(entityRef));
    if (!isKnown) {
      throw new Fault('asset-unknown', `There is no asset ${entityRef}.`);
    }
  } else if (!(await access.may(needs, credentials))) {
    throw new NotAllowedError(`This needs the permission ${needs}`);
  }
}

function assetRef(params: Record<string, string>): string {
  const { kind = '', namespace = '', name = '' } = params;
  return stringifyEntityRef({ kind, namespace, name });
}

function parse<T extends z.ZodType>(
  schema: T,
  value: unknown,
  part: string,
): z.output<T> {
  const result = schema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const field = issue?.path.join('.');
    throw new Fault(
      'request-invalid',
      `The ${part} parameter ${field} is wrong: ${issue?.message}.`,
    );
  }
  return result.data;
}

import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  addDuration,
  assetExportPermission,
  assetReadPermission,
  type Instant,
  inventoryReadPermission,
  type Operation,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { AssetStore } from '../register/AssetStore';
import type { WhenInInventory } from '../register/WhenInInventory';
import type { AccessControl } from '../permissions/AccessControl';
import type { Reader } from '../permissions/Reader';
import type { CursorSeal } from '../kernel/paging/CursorSeal';
import { errorDetail } from '../read/errorDetail';
import { Fault } from './Fault';
import { openCursor, sealCursors } from './sealCursors';

/** The checks of every operation. */
export type Guards = {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  access: AccessControl;
  assets: AssetStore;
  whenInInventory: WhenInInventory;
  cursors: CursorSeal;
};

/** What a handler receives besides the parameters of its operation. */
export type OperationRequest<TBody = undefined> = {
  /** The asset of the request; empty if the operation has none. */
  entityRef: string;
  body: TBody;
  credentials: BackstageCredentials;
  /** What the caller may read. */
  reader: Reader;
};

/**
 * Creates the route of an operation: authentication, permission and validation
 * run before the handler. The handler of a raw response sends it itself.
 */
export function bindOperation<
  TPath extends Operation['params'],
  TQuery extends Operation['query'],
  TAnswer extends z.ZodType,
  TBody extends z.ZodType,
>(
  router: Router,
  guards: Guards,
  of: Operation<TPath, TQuery, TAnswer, TBody>,
  handle: (
    input: z.output<TPath> &
      z.output<TQuery> &
      OperationRequest<z.output<TBody>>,
    res: Response,
  ) => Promise<z.output<TAnswer> | void>,
): void {
  const path = expressPath(of.path);
  const method = of.method === 'GET' ? 'get' : 'post';
  router[method](path, async (req, res) => {
    const credentials = await guards.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const entityRef = of.needs === 'asset' ? assetRef(req.params) : '';
    await audited(guards.auditor, of, req, async () => {
      // First, as the asset is found by it.
      const params = parse(of.params, req.params, 'path');
      const reader = guards.access.createReader(credentials, {
        isExport: of.alsoNeeds === assetExportPermission.name,
      });
      await requirePermissions(guards, of, { entityRef, credentials, reader });
      const query = parse(of.query, req.query, 'query');
      const body = (
        of.body ? parse(of.body, await readJson(req, res), 'body') : undefined
      ) as z.output<TBody>;
      const list = { path: of.path, params, query };
      const opened = await openCursor(guards.cursors, list);
      const answer = await handle(
        { ...params, ...opened, entityRef, body, credentials, reader },
        res,
      );
      if (!of.raw) {
        res.json(await sealCursors(guards.cursors, list, answer));
      }
    });
  });
}

/** The path of an operation as Express writes it. */
export function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

const bodyFault = errorDetail('body-invalid', {});
const jsonParser = express.json({ limit: '100kb' });

/** The body is read only if the caller may send one. */
function readJson(req: Request, res: Response): Promise<unknown> {
  return new Promise((resolve, reject) =>
    jsonParser(req, res, error =>
      error
        ? reject(new Fault('request-invalid', bodyFault))
        : resolve(req.body),
    ),
  );
}

/**
 * Logs to the auditor who made the request and how it ended. Operations that
 * change something, or return evidence as received, have a higher severity than
 * reading a page.
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

async function requirePermissions(
  guards: Guards,
  of: Pick<Operation, 'needs' | 'alsoNeeds'>,
  asked: Pick<OperationRequest, 'entityRef' | 'credentials' | 'reader'>,
) {
  const { access } = guards;
  const { entityRef, credentials, reader } = asked;
  const isAboutAssets =
    of.needs === 'asset' || of.needs === inventoryReadPermission.name;
  if (isAboutAssets && (await reader.seesNoAssets())) {
    throw refuse(assetReadPermission.name);
  }
  if (of.needs === 'asset') {
    await requireAsset(guards, asked);
  }
  const named = [of.needs, of.alsoNeeds].filter(
    (name): name is string => name !== undefined && name !== 'asset',
  );
  for (const name of named) {
    const may =
      name === assetExportPermission.name
        ? (await reader.exportable()) !== 'none'
        : await access.may(name, credentials, entityRef);
    if (!may) {
      throw refuse(name);
    }
  }
}

function refuse(permission: string): Fault {
  return new Fault(
    'not-allowed',
    errorDetail('permission-missing', { permission }),
  );
}

/**
 * The caller must be allowed to read the entity in the catalog, and its compliance. An
 * asset that may not be read is answered like one that does not exist, after the same
 * work: otherwise the time of an answer would tell them apart.
 */
async function requireAsset(
  { assets, whenInInventory }: Guards,
  asked: Pick<OperationRequest, 'entityRef' | 'credentials' | 'reader'>,
): Promise<void> {
  const { entityRef, credentials, reader } = asked;
  const [asset, isReadable] = await Promise.all([
    assets.find(entityRef),
    reader.readable([entityRef]),
  ]);
  if (asset && isReadable(entityRef)) {
    return;
  }
  const [isInCatalog, by] = await Promise.all([
    reader.isInCatalog(entityRef),
    whenInInventory(entityRef, credentials),
  ]);
  throw !asset && isInCatalog && by
    ? new Fault(
        'asset-pending',
        errorDetail('asset-pending', { entityRef, by: formatTime(by) }),
      )
    : new Fault('asset-unknown', errorDetail('asset-unknown', { entityRef }));
}

/** Hours and minutes of the next full minute. */
function formatTime(instant: Instant): string {
  return addDuration(instant, 'PT59S').slice(11, 16);
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
    const field = [part, ...(issue?.path ?? [])].map(String).join('.');
    throw new Fault(
      'request-invalid',
      errorDetail('parameter-invalid', {
        parameter: field,
        problem: String(issue?.message),
      }),
    );
  }
  return result.data;
}

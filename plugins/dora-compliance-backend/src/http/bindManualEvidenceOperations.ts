import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  type Digest,
  type Identity,
  type Instant,
  ManualEvidenceType,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Router } from 'express';
import type { ControlCatalogue } from '../assess/ControlCatalogue';
import type { DocumentStore } from '../ledger/DocumentStore';
import type { EvidenceStore } from '../read/evidence/EvidenceStore';
import { confirmEvidence, recordEvidence } from '../register/recordEvidence';
import { bindOperation, type Guards } from './bindOperation';
import { Fault } from './Fault';
import { isPerson } from './isPerson';
import { requireKnownControl } from './requireKnownControl';
import { requirePast } from './requirePast';

/** What the operations on manual evidence use. */
export type ManualEvidenceRouterOptions = {
  auth: AuthService;
  controls: ControlCatalogue;
  documents: DocumentStore;
  evidence: EvidenceStore;
  now: () => Instant;
  /** Called when something was stored. */
  onRecorded: () => void;
};

/** Operations on evidence that people and other systems record. */
export function bindManualEvidenceOperations(
  router: Router,
  options: Guards & ManualEvidenceRouterOptions,
): void {
  const { auth, controls, documents, now, onRecorded } = options;
  bindOperation(
    router,
    options,
    operations.recordEvidence,
    async ({ entityRef, credentials, body }) => {
      requirePast(body, now());
      requireKnownControl(body, controls);
      const recordedBy = identify(auth, credentials);
      const recorded = await recordEvidence({
        ...{ documents, entityRef, recordedBy },
        request: body,
        now: now(),
      });
      onRecorded();
      return recorded;
    },
  );
  bindOperation(
    router,
    options,
    operations.confirmEvidence,
    async ({ entityRef, credentials, body }) => {
      if (!isPerson(auth, credentials)) {
        throw new Fault('confirmation-by-machine');
      }
      const confirmedBy = identify(auth, credentials);
      await requireOfOther(options, entityRef, { ...body, confirmedBy });
      const confirmed = await confirmEvidence({
        documents,
        predicate: { ...body, entityRef, confirmedBy },
        now: now(),
      });
      onRecorded();
      return confirmed;
    },
  );
}

/** What somebody else recorded about the asset. */
async function requireOfOther(
  { evidence }: ManualEvidenceRouterOptions,
  entityRef: string,
  { evidence: id, confirmedBy }: { evidence: Digest; confirmedBy: Identity },
): Promise<void> {
  const found = (await evidence.find(entityRef, id))?.evidence;
  if (!found || !ManualEvidenceType.safeParse(found.type).success) {
    throw new Fault('evidence-unknown');
  }
  const { recordedBy } = found.predicate as { recordedBy: Identity };
  if (recordedBy.login === confirmedBy.login) {
    throw new Fault('confirmed-by-recorder');
  }
}

/** Who makes a request: a user, or a service with a token. */
function identify(
  auth: AuthService,
  credentials: BackstageCredentials,
): Identity {
  if (auth.isPrincipal(credentials, 'user')) {
    return {
      system: 'backstage',
      // One user has one name, however it is spelled when signing in.
      login: credentials.principal.userEntityRef.toLowerCase(),
      // A service may act for a user who knows nothing of it.
      kind: isPerson(auth, credentials) ? 'human' : 'unknown',
    };
  }
  if (auth.isPrincipal(credentials, 'service')) {
    const { subject: login } = credentials.principal;
    return { system: 'backstage', login, kind: 'bot' };
  }
  throw new Fault('not-allowed');
}

import {
  bare,
  cdeventsSourceContract,
  enveloped,
  readEvidence,
  source,
} from './__testUtils__/cdeventsSource';
import { inStructuredMode, wrapped } from './__testUtils__/messages';
import {
  readConformance,
  readForeign,
  readCustomEvent,
} from './__testUtils__/recordings.corpora';

const conformance = readConformance();

cdeventsSourceContract(
  'CDEvents, with the conformance events,',
  conformance
    .filter(({ file }) =>
      /^(approval_closed|artifact_publ|incident|service_depl)|run_finished/.test(
        file,
      ),
    )
    .map(({ event }) => event),
  { areWhole: false },
);

describe('the conformance events of CDEvents', () => {
  it('are 48', () => {
    expect(conformance).toHaveLength(48);
  });

  it.each(conformance.map(({ file, event }) => [file, event]))(
    '%s says the same in every form',
    (_, event) => {
      const told = source.normalise(bare(event));
      expect(told.outcome).toBe('normalised');
      expect(told).not.toHaveProperty('flaws');
      for (const form of enveloped(event)) {
        expect(source.normalise(form)).toEqual(told);
      }
    },
  );

  it('give this evidence', () => {
    const named = conformance.map(({ file, event }) => [file, event] as const);
    expect(readEvidence(named)).toEqual([
      'artifact_published.json: artifact-published',
      'artifact_signed.json: artifact-signed',
      'branch_deleted.json: reference-changed',
      'incident_detected.json: incident-detected',
      'incident_reported.json: incident-detected',
      'incident_resolved.json: incident-resolved',
      'pipelinerun_finished.json: pipeline-run-finished',
      'repository_created.json: settings-changed',
      'repository_deleted.json: settings-changed',
      'repository_modified.json: settings-changed',
      'service_deployed.json: service-deployed',
      'service_rolledback.json: service-rolled-back',
      'service_upgraded.json: service-deployed',
      'taskrun_finished.json: pipeline-task-finished',
      'testsuiterun_finished.json: test-suite-finished',
    ]);
  });

  it('are nothing to us when custom', () => {
    expect(
      source.normalise(inStructuredMode(wrapped(readCustomEvent()))),
    ).toEqual({ outcome: 'normalised', statements: [] });
  });
});

describe.each(['tekton-chains', 'jenkins'])('payloads of %s', corpus => {
  const payloads = readForeign(corpus);

  it('are there', () => {
    expect(payloads.length).toBeGreaterThan(20);
  });

  it.each(payloads)('are rejected with the reason: %s', (_, body) => {
    for (const contentType of [
      'application/json',
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
    ]) {
      const answer = source.normalise({
        headers: { 'content-type': contentType },
        body,
      });
      const told =
        answer.outcome === 'rejected' ? [answer.reason] : answer.flaws;
      const isEmptyList = new TextDecoder().decode(body).trim() === '[]';
      expect(isEmptyList || told?.every(Boolean)).toBe(true);
      expect(answer).not.toHaveProperty('statements.0');
    }
  });
});

import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import {
  give,
  guessedKey,
  newKey,
  oldKey,
  sign,
  SIGNED_AT,
  withSignatures,
  withTokens,
} from './__testUtils__/proofs';
import { readRecordings } from './__testUtils__/recordings.corpora';
import { gives } from './gives';

const recordings = readRecordings();
const source = withTokens();

/** Recordings that are evidence. */
const used = recordings.filter(delivery => {
  const answer = source.normalise(delivery);
  return answer.outcome === 'normalised' && answer.statements.length > 0;
});

// A thousand odd payloads each: as long as they take.
jest.setTimeout(120_000);

evidenceSourceContract('GitLab with secret tokens, on recordings', {
  create: withTokens,
  gives,
  examples: [],
  deliveries: used,
  signs: [give('old'), give('new')],
  forge: give('guessed'),
  proves: 'sender',
});

evidenceSourceContract('GitLab with signing tokens, on recordings', {
  create: withSignatures,
  gives,
  examples: [],
  deliveries: used,
  signs: [sign(oldKey), sign(newKey)],
  forge: sign(guessedKey),
  proves: 'body',
  receivedAt: SIGNED_AT,
});

describe('the recorded payloads of GitLab', () => {
  it('are all understood, but for one with blanks in its field names', () => {
    expect(recordings).toHaveLength(49);
    const rejected = recordings.flatMap(delivery => {
      const answer = source.normalise(delivery);
      return answer.outcome === 'rejected'
        ? [[delivery.file, answer.reason]]
        : [];
    });
    expect(rejected).toEqual([
      [
        'webhooks/group_merge_request.json',
        expect.stringContaining('object_attributes.iid '),
      ],
    ]);
  });

  it('give this evidence', () => {
    const found = recordings.flatMap(delivery => {
      const answer = source.normalise(delivery);
      return answer.outcome === 'normalised'
        ? [
            ...answer.statements.map(({ type }) => type),
            ...(answer.flaws ?? []).map(flaw => `flaw: ${flaw}`),
          ].map(text => `${delivery.file}: ${text}`)
        : [];
    });
    expect(found).toMatchInlineSnapshot(`
      [
        "webhooks/deployment.json: service-deployed",
        "webhooks/job.json: pipeline-task-finished",
        "webhooks/member.json: settings-changed",
        "webhooks/merge_request.json: change-updated",
        "webhooks/pipeline.json: pipeline-run-finished",
        "webhooks/push.json: commits-pushed",
        "webhooks/push.json: flaw: commits lists 2 of 4",
        "webhooks/release.json: artifact-published",
        "webhooks/resource_access_token_group.json: settings-changed",
        "webhooks/resource_access_token_project.json: settings-changed",
        "webhooks/service_merge_request.json: change-updated",
        "webhooks/subgroup.json: settings-changed",
        "webhooks/tag_push.json: reference-changed",
        "systemhooks/group_create.json: settings-changed",
        "systemhooks/group_destroy.json: settings-changed",
        "systemhooks/group_rename.json: settings-changed",
        "systemhooks/key_create.json: settings-changed",
        "systemhooks/key_destroy.json: settings-changed",
        "systemhooks/merge_request.json: flaw: object_attributes.action is missing: what happened to the merge request is not told",
        "systemhooks/project_create.json: settings-changed",
        "systemhooks/project_destroy.json: settings-changed",
        "systemhooks/project_rename.json: settings-changed",
        "systemhooks/project_transfer.json: settings-changed",
        "systemhooks/project_update.json: settings-changed",
        "systemhooks/push.json: commits-pushed",
        "systemhooks/tag_push.json: reference-changed",
        "systemhooks/user_add_to_group.json: settings-changed",
        "systemhooks/user_add_to_team.json: settings-changed",
        "systemhooks/user_create.json: settings-changed",
        "systemhooks/user_destroy.json: settings-changed",
        "systemhooks/user_remove_from_group.json: settings-changed",
        "systemhooks/user_remove_from_team.json: settings-changed",
        "systemhooks/user_rename.json: settings-changed",
        "systemhooks/user_update_for_group.json: settings-changed",
        "systemhooks/user_update_for_team.json: settings-changed",
        "applicationset/gitlab-event.json: commits-pushed",
        "applicationset/gitlab-merge-request-approval-event.json: change-reviewed",
        "applicationset/gitlab-merge-request-open-event.json: change-updated",
        "argocd/gitlab-event.json: commits-pushed",
      ]
    `);
  });
});

/**
 * A message as the Notification plugin writes it: the fields of its classes
 * `JobState` and `BuildState`, in lower case with underscores.
 */
export function notification(build: Record<string, unknown> = {}) {
  return {
    name: 'deploy-ledger',
    display_name: 'deploy-ledger',
    url: 'job/payments/job/deploy-ledger/',
    build: {
      full_url: 'https://ci.example/jenkins/job/payments/job/deploy-ledger/12/',
      number: 12,
      queue_id: 143,
      timestamp: 1_767_225_600_000,
      duration: 60_000,
      phase: 'COMPLETED',
      status: 'SUCCESS',
      url: 'job/payments/job/deploy-ledger/12/',
      scm: {
        url: 'git@git.example:bank/ledger.git',
        branch: 'origin/main',
        commit: 'd27afa0805201322d846d7defc29b82c88d9b5ce',
        changes: [],
        culprits: [],
      },
      parameters: {
        IMAGE: `registry.example/ledger@sha256:${'ab'.repeat(32)}`,
      },
      log: '',
      notes: '',
      test_summary: {
        total: 10,
        failed: 0,
        passed: 9,
        skipped: 1,
        failed_tests: [],
      },
      artifacts: {},
      ...build,
    },
  };
}

/** What each subject of CDEvents does, in all versions of the specification. */
const vocabulary: Readonly<Record<string, readonly string[]>> = {
  approval: ['created', 'updated', 'closed'],
  artifact: ['packaged', 'signed', 'published', 'downloaded', 'deleted'],
  branch: ['created', 'deleted'],
  build: ['queued', 'started', 'finished'],
  change: ['created', 'reviewed', 'merged', 'abandoned', 'updated'],
  environment: ['created', 'modified', 'deleted'],
  incident: ['detected', 'reported', 'resolved'],
  pipelinerun: ['queued', 'started', 'finished'],
  repository: ['created', 'modified', 'deleted'],
  service: ['deployed', 'upgraded', 'rolledback', 'removed', 'published'],
  taskrun: ['started', 'finished'],
  // Test runs were called test cases and test suites before 0.3.
  testcase: ['queued', 'started', 'finished'],
  testcaserun: ['queued', 'started', 'finished', 'skipped'],
  testoutput: ['published'],
  testsuite: ['started', 'finished'],
  testsuiterun: ['queued', 'started', 'finished'],
  ticket: ['created', 'updated', 'closed'],
};

/** Whether an event such as `service.deployed` is one of CDEvents. */
export function isKnown(event: string): boolean {
  const [subject = '', predicate = ''] = event.split('.');
  return (
    Object.hasOwn(vocabulary, subject) &&
    vocabulary[subject]!.includes(predicate)
  );
}

export const readBack =
  'Have the webhook deliver pushes and pull requests, and start a backfill on the page Evidence that goes back before the deployment.';

export const collectChanges =
  'Give Backstage credentials for the code host, so that the backend reads merged changes with their commits, and start a backfill on the page Evidence that goes back before the merge.';

export const awaitRun =
  'If the run is still in progress, wait: the check is repeated when it ends. Otherwise have the source deliver pipeline runs, and start a backfill on the page Evidence that goes back before the deployment.';

/** The page with the questions that supervisors and auditors ask. */
export const auditQuestionsMessages = {
  title: 'Audit questions',
  intro:
    'What supervisors and auditors ask about changes to production, each with its answer from the evidence of today. Where a part of the answer is missing, the question says which.',
  all: 'All questions',
  number: 'Question {{number, number}}',
  extent: {
    whole: 'Answered',
    part: 'Answered in part',
    none: 'Not answered yet',
  },
  show: 'Show the answer',
  showOf: 'Show the answer to question {{number, number}}',
  save: 'Export as CSV',
  saveFailed: 'The answer could not be exported',
  missingTitle: 'What is missing:',
  notAnswered: "This question can't be answered yet.",
  also: 'See also:',
  question: {
    'critical-pipelines':
      'Which pipelines can change what a critical or important function depends on?',
    'alone-to-production': 'Who could bring code to production alone today?',
    'changes-without-approval':
      'Which production changes of the last 90 days lacked an independent approver?',
    'emergency-changes':
      'When was a gate bypassed in an emergency, and who approved the change afterwards?',
    'artifact-origin':
      'Where does an artifact in production come from: commit, reviewers, tests, builder, signature, approver and deployer?',
    'admins-on-day':
      'Who had administrator rights, or could bypass rules, on a given day?',
    'access-reviews':
      'When were the access rights to each critical system last updated?',
    'not-scanned':
      'Which critical assets were not scanned for vulnerabilities every 7 days?',
    'open-exceptions':
      'Which exceptions are open, who accepted the risk, and until when?',
    'missing-evidence':
      'Which evidence is missing or stale, and is the log of evidence unaltered?',
    'provider-outage':
      'What stops if a CI provider is down for 8 hours, and when was that last drilled?',
    'asset-records':
      'What is the record of each ICT asset, with its nine fields?',
  },
  answer: {
    'critical-pipelines':
      'The pipelines of the inventory whose effective criticality is critical or important: they deploy an asset that supports such a function, or declare that criticality.',
    'alone-to-production':
      'CHG-03 lists the branches that do not require a review by a second person from everybody, and the branches whose rules nobody reads.',
    'changes-without-approval':
      'CHG-02 lists each production deployment of the last 90 days with a change that no independent person approved, and each deployment for which that is unknown.',
    'artifact-origin':
      'CHG-05 lists the deployments whose chain from the artifact to its change is broken or unknown. Follow the link of an asset for the evidence of each link of the chain.',
    'not-scanned':
      'CHG-07 lists each time between two successful scans of the last 90 days that is longer than allowed (7 days, unless your organization set another limit), with its length. An asset without any reported scan is listed as not assessed.',
    'missing-evidence':
      'All results that could not be assessed, with the evidence that is missing or stale. The evidence page has the gaps of each source.',
    'provider-outage':
      'The pipelines of the inventory. Filter by provider: these are the pipelines that stop. Each has the functions that it can change; the CSV also has the recovery time objective to compare with the outage.',
    'asset-records':
      'All assets of the inventory. The CSV has the nine fields of each record and names those that are missing.',
  },
  missing: {
    'critical-pipelines':
      'Pipelines that are not in the inventory, and those whose links to what they deploy are not declared. For these it is unknown.',
    'alone-to-production':
      'The names of the people. No source reads yet who may write to repositories and who may approve deployments to environments.',
    'changes-without-approval':
      'Changes that reached production without a reported deployment, and deployments that are older.',
    'emergency-changes':
      'Records of emergency changes and of their later approval. No source reads them yet. CHG-03 shows when the rules of a branch were relaxed and CHG-02 what was deployed without approval, but not whether that was an emergency.',
    'artifact-origin':
      'A search by the digest of an artifact, and the verification of signatures.',
    'admins-on-day':
      'The access rights of people. No source reads yet who has which right and since when. CHG-03 shows that a rule could be bypassed, but not by whom.',
    'access-reviews':
      "Reviews and updates of access rights. They can't be recorded yet, and no source reads them.",
    'not-scanned':
      'Scans that no installed source reports. Whether a scan covers the whole asset, and whether each kind of scan was done, is not assessed.',
    'open-exceptions':
      "Acceptances of risks. They can't be recorded yet, so that no result is shown as an accepted risk. Exceptions in other tools are not read.",
    'missing-evidence':
      'The proof for outsiders that no evidence was altered. The database refuses changes of evidence, but the log that proves it to others does not exist yet.',
    'provider-outage':
      "Drills and exit tests. They can't be recorded yet, and no source reads them.",
  },
  more: {
    unclassified: 'Pipelines without a classification',
    notListed: 'Pipelines that are not in the inventory',
    unclassifiedScans: 'The same for assets without a classification',
    sources: 'Gaps of the evidence sources',
    onlyPipelines: 'Pipelines only',
    withoutPipeline: 'CHG-01: what no pipeline deployed',
  },
  extentOf: 'About: {{scope}}.',
  assets_one: '{{count, number}} ICT asset.',
  assets_other: '{{count, number}} ICT assets.',
  counts: 'Results of these controls: {{counts}}.',
  countsOfOne: 'Results of this control: {{counts}}.',
  results: 'Results',
  nothing: {
    noAssets: 'There are no ICT assets here that you may read.',
    clean:
      'No result is open: all results were assessed, and none has a finding.',
    notApplicable:
      'The controls apply to none of these assets. Nothing is assessed here.',
    others: 'The open results are not about this question.',
  },
  unlistedUnknown: 'More may be open than this list has.',
  unlisted_one: '{{count, number}} more is not listed here.',
  unlisted_other: '{{count, number}} more are not listed here.',
  notReadable:
    'You may not read the whole catalog. Assets that you may not read are left out.',
  notLoaded: 'The answer could not be loaded',
  link: 'Audit questions: twelve answers with CSV',
} as const;

/** The page with the questions that supervisors and auditors ask. */
export const auditQuestionsMessages = {
  title: 'Audit questions',
  intro:
    'What supervisors and auditors ask about changes to production, each with its answer from the evidence of today. Where a part of the answer is missing, the question says which.',
  questions: 'Twelve questions',
  all: 'All questions',
  number: 'Question {{number, number}}',
  extent: {
    whole: 'Answered',
    part: 'Answered in part',
  },
  show: 'Show the answer',
  showOf: 'Show the answer to question {{number, number}}',
  save: 'Export as CSV',
  saveFailed: 'The answer could not be exported',
  missingTitle: 'What is missing:',
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
      'CHG-03 lists the branches that do not require a review by a second person from everybody. CIC-05 lists the accounts that can change code, skip its review and release it, and the standing exceptions from the rules. Where nobody reads the rules or the rights, both are not assessed.',
    'changes-without-approval':
      'CHG-02 lists each production deployment of the last 90 days with a change that no independent person approved, and each deployment for which that is unknown.',
    'emergency-changes':
      'CHG-10 lists the deployments that went past an independent approval without a declared emergency, and the emergencies that nobody was alerted to or that another person did not review in time.',
    'artifact-origin':
      'CHG-05 lists the deployments whose chain from the artifact to its change is broken or unknown, CHG-09 those whose signed provenance was not checked. Follow the link of an asset for the evidence of each link of the chain.',
    'admins-on-day':
      'CIC-05 lists the accounts that combine rights to change, approve and release, too many administrators, and who may bypass the rules of a branch. CIC-03 lists accounts with access but without a second factor.',
    'access-reviews':
      'CIC-04 lists the critical systems whose access rights nobody looked at in time (6 months, unless your organization set another limit), and the accounts of people who left.',
    'not-scanned':
      'CHG-07 lists each time between two successful scans of the last 90 days that is longer than allowed (7 days, unless your organization set another limit), with its length. An asset without any reported scan is listed as not assessed.',
    'open-exceptions':
      'All results that are an accepted risk. Follow the link for who accepted it, who confirmed that, the measure that reduces the risk, and until when.',
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
      'Rights that come from a team or from the ownership of an organization: the hosts do not tell whom they reach, so that CIC-05 is not assessed there.',
    'changes-without-approval':
      'Changes that reached production without a reported deployment, and deployments that are older.',
    'emergency-changes':
      'Emergencies that were alerted and reviewed in time are on the page of CHG-10 for each asset, not in this list.',
    'artifact-origin':
      'A search by the digest of an artifact. Signatures are checked by your pipelines, which report the result.',
    'admins-on-day':
      'Rights of the given day: the list is of today. For a past day, ask the API for the control with asOf.',
    'access-reviews':
      'Reviews in time are on the page of CIC-04 for each asset, not in this list.',
    'not-scanned':
      'Scans that no installed source reports. Whether a scan covers the whole asset, and whether each kind of scan was done, is not assessed.',
    'open-exceptions': 'Exceptions in other tools, which are not read.',
    'missing-evidence':
      'The proof for outsiders that no evidence was altered. The database refuses changes of evidence, but the log that proves it to others does not exist yet.',
    'provider-outage':
      'Drills that were successful and in time are on the page of PRD-04 for each asset, not in these lists.',
  },
  more: {
    unclassified: 'Pipelines without a classification',
    notListed: 'Pipelines that are not in the inventory',
    unclassifiedScans: 'The same for assets without a classification',
    sources: 'Gaps of the evidence sources',
    onlyPipelines: 'Pipelines only',
    withoutPipeline: 'CHG-01: what no pipeline deployed',
    unclassifiedReviews: 'The same for assets without a classification',
    unboundedExceptions: 'GOV-05: acceptances that are not in order',
    evidenceStore:
      'EVD-02 and EVD-04: the store of evidence and its collectors',
    drills: 'PRD-04: what was not drilled',
    exitPlans: 'GOV-07: contracts and exit plans that are not in order',
  },
  weaknesses: 'Common weaknesses',
  aboutWeaknesses:
    'What reviews of delivery pipelines find most, each with the results of the controls that show it.',
  showResults: 'Show the results',
  showWeakness: 'Show the results: {{title}}',
  policies: 'Clauses of policies that nothing enforces',
  weakness: {
    'unregulated-pipelines':
      'Pipelines are treated as tools, not as ICT systems',
    'excessive-privileges': 'Automation has more privileges than it needs',
    'optional-controls': 'Security controls are optional',
    'short-retention': 'Evidence is not kept long enough',
    'unenforced-policy': 'Governance is not linked to what is enforced',
  },
  shownBy: {
    'unregulated-pipelines':
      'GOV-01, GOV-02 and GOV-06: records, classifications and providers that are missing, for pipelines as for every other ICT asset.',
    'excessive-privileges':
      'CIC-01, CIC-05, CIC-06 and CHG-12: tokens, rights, secrets and environments that reach further than the work demands.',
    'optional-controls':
      'CHG-03, CHG-06 and CHG-09: reviews, scans and signature checks that somebody can leave out.',
    'short-retention':
      'EVD-02, EVD-03 and EVD-04: logs without an approved retention, a store without protection, and collections with gaps.',
    'unenforced-policy':
      'GOV-03, GOV-05, EVD-01 and XCT-03: nobody accountable, exceptions without an end, steps without evidence, and findings that stay open.',
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

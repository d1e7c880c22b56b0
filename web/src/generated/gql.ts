/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query AccessTokens {\n    accessTokens {\n      id\n      label\n      scopes\n      expiresAt\n      lastUsedAt\n    }\n  }\n": typeof types.AccessTokensDocument,
    "\n  mutation RevokeAccessToken($id: ID!) {\n    revokeAccessToken(id: $id)\n  }\n": typeof types.RevokeAccessTokenDocument,
    "\n  query MyAuditEvents($after: String) {\n    myAuditEvents(first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          event\n          ip\n          userAgent\n          outcome\n          detail\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.MyAuditEventsDocument,
    "\n  mutation PasskeyRegistrationOptions {\n    passkeyRegistrationOptions\n  }\n": typeof types.PasskeyRegistrationOptionsDocument,
    "\n  mutation RegisterPasskey($response: JSON!, $label: String) {\n    registerPasskey(response: $response, label: $label) {\n      id\n    }\n  }\n": typeof types.RegisterPasskeyDocument,
    "\n  mutation ConfirmTotpEnrollment($code: String!) {\n    confirmTotpEnrollment(code: $code) {\n      codes\n    }\n  }\n": typeof types.ConfirmTotpEnrollmentDocument,
    "\n  mutation DisableTotp {\n    disableTotp\n  }\n": typeof types.DisableTotpDocument,
    "\n  mutation StartTotpEnrollment {\n    startTotpEnrollment {\n      secret\n      otpauthUrl\n    }\n  }\n": typeof types.StartTotpEnrollmentDocument,
    "\n  mutation RegenerateBackupCodes {\n    regenerateBackupCodes {\n      codes\n    }\n  }\n": typeof types.RegenerateBackupCodesDocument,
    "\n  mutation CreateAccessToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      id\n      token\n    }\n  }\n": typeof types.CreateAccessTokenDocument,
    "\n  mutation DeleteAccount($confirmEmail: String!) {\n    deleteAccount(confirmEmail: $confirmEmail)\n  }\n": typeof types.DeleteAccountDocument,
    "\n  query MySessions {\n    mySessions {\n      id\n      createdAt\n      lastSeenAt\n      ip\n      userAgent\n      current\n    }\n  }\n": typeof types.MySessionsDocument,
    "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id)\n  }\n": typeof types.RevokeSessionDocument,
    "\n  mutation SignOutEverywhere($includeCurrent: Boolean!) {\n    logoutEverywhere(includeCurrent: $includeCurrent)\n  }\n": typeof types.SignOutEverywhereDocument,
    "\n  mutation RequestEmailChange($newEmail: String!) {\n    requestEmailChange(newEmail: $newEmail)\n  }\n": typeof types.RequestEmailChangeDocument,
    "\n  query MySignInMethods {\n    mySignInMethods {\n      id\n      kind\n      label\n      addedAt\n      lastUsedAt\n    }\n    me {\n      id\n      backupCodesLeft\n    }\n  }\n": typeof types.MySignInMethodsDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      ...ViewerFields\n    }\n  }\n": typeof types.UpdateProfileDocument,
    "\n  mutation RemovePasskey($id: ID!) {\n    removePasskey(id: $id)\n  }\n": typeof types.RemovePasskeyDocument,
    "\n  mutation UnlinkProvider($id: ID!) {\n    unlinkProvider(id: $id)\n  }\n": typeof types.UnlinkProviderDocument,
    "\n  mutation SetUserRole($userId: ID!, $role: Role!) {\n    setUserRole(userId: $userId, role: $role) {\n      id\n      roles\n    }\n  }\n": typeof types.SetUserRoleDocument,
    "\n  mutation SetUserDisabled($id: ID!, $disabled: Boolean!) {\n    setUserDisabled(id: $id, disabled: $disabled) {\n      id\n      disabledAt\n    }\n  }\n": typeof types.SetUserDisabledDocument,
    "\n  mutation AdminRevokeSessions($userId: ID!) {\n    adminRevokeSessions(userId: $userId)\n  }\n": typeof types.AdminRevokeSessionsDocument,
    "\n  fragment AccountAddress on AdminUser {\n    id\n    email\n  }\n": typeof types.AccountAddressFragmentDoc,
    "\n  fragment AdminUserFields on AdminUser {\n    id\n    email\n    emailVerified\n    name\n    roles\n    disabledAt\n    createdAt\n  }\n": typeof types.AdminUserFieldsFragmentDoc,
    "\n  query AdminUsers($search: String!, $after: String) {\n    adminUsers(search: $search, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...AdminUserFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.AdminUsersDocument,
    "\n  query AdminAuditEvents($userId: ID, $after: String) {\n    adminAuditEvents(userId: $userId, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          event\n          outcome\n          userId\n          actorId\n          ip\n          userAgent\n          detail\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.AdminAuditEventsDocument,
    "\n  mutation InviteUser($email: String!) {\n    inviteUser(email: $email)\n  }\n": typeof types.InviteUserDocument,
    "\n  query AdminQuarantine($rejected: Boolean!, $after: String) {\n    adminQuarantine(rejected: $rejected, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          reviewSince\n          rejectedAt\n          ...WaitingPostingFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.AdminQuarantineDocument,
    "\n  fragment WaitingPostingFields on QuarantinedPosting {\n    id\n    title\n    companyName\n    location\n    descriptionText\n    sourceUrl\n    applyUrl\n    isQuarantined\n    quarantineExpiresAt\n    reviewSince\n    rejectedAt\n    reports {\n      reason\n      createdAt\n    }\n    findings {\n      field\n      text\n    }\n  }\n": typeof types.WaitingPostingFieldsFragmentDoc,
    "\n  mutation ApprovePosting($id: ID!) {\n    approvePosting(id: $id) {\n      id\n      isQuarantined\n      reviewSince\n      rejectedAt\n    }\n  }\n": typeof types.ApprovePostingDocument,
    "\n  mutation RejectPosting($id: ID!) {\n    rejectPosting(id: $id) {\n      id\n      isQuarantined\n      reviewSince\n      rejectedAt\n    }\n  }\n": typeof types.RejectPostingDocument,
    "\n  mutation SplitPosting($id: ID!) {\n    splitPosting(id: $id)\n  }\n": typeof types.SplitPostingDocument,
    "\n  mutation RenewSession {\n    refreshSession {\n      accessTokenExpiresAt\n    }\n  }\n": typeof types.RenewSessionDocument,
    "\n  fragment BoardPage on ApplicationConnection {\n    edges {\n      cursor\n      node {\n        id\n        ...ApplicationCard\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n": typeof types.BoardPageFragmentDoc,
    "\n  query ApplicationBoard($personaId: ID!, $first: Int!) {\n    applied: applications(\n      personaId: $personaId\n      filter: { statuses: [APPLIED], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    interviewing: applications(\n      personaId: $personaId\n      filter: { statuses: [INTERVIEWING], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    offer: applications(\n      personaId: $personaId\n      filter: { statuses: [OFFER], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    accepted: applications(\n      personaId: $personaId\n      filter: { statuses: [ACCEPTED], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    rejected: applications(\n      personaId: $personaId\n      filter: { statuses: [REJECTED], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    withdrawn: applications(\n      personaId: $personaId\n      filter: { statuses: [WITHDRAWN], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n  }\n": typeof types.ApplicationBoardDocument,
    "\n  fragment ApplicationCard on Application {\n    id\n    status\n    version\n    appliedAt\n    statusUpdatedAt\n    currentInterviewStage\n    offerDetails {\n      responseDeadline\n    }\n    snapshot {\n      title\n      companyName\n      location\n      salaryCurrency\n    }\n  }\n": typeof types.ApplicationCardFragmentDoc,
    "\n  query Application($id: ID!) {\n    application(id: $id) {\n      id\n      notes\n      appliedAt\n      personaJob {\n        id\n      }\n      snapshot {\n        title\n        companyName\n        companyUrl\n        location\n        workModel\n        description\n        salaryMin\n        salaryMax\n        salaryCurrency\n        sourceUrl\n        capturedAt\n      }\n      ...ApplicationStanding\n    }\n  }\n": typeof types.ApplicationDocument,
    "\n  query ApplicationNumbers($personaId: ID!) {\n    applicationStats(personaId: $personaId) {\n      funnel {\n        status\n        count\n      }\n      timeInStatus {\n        status\n        count\n        ongoing\n        lowerQuartileDays\n        medianDays\n        upperQuartileDays\n      }\n    }\n  }\n": typeof types.ApplicationNumbersDocument,
    "\n  query ApplicationPage(\n    $personaId: ID!\n    $filter: ApplicationFilter\n    $sort: ApplicationSort!\n    $first: Int!\n    $after: String\n  ) {\n    applications(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...ApplicationCard\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.ApplicationPageDocument,
    "\n  fragment ApplicationStanding on Application {\n    id\n    status\n    statusUpdatedAt\n    currentInterviewStage\n    version\n    offerDetails {\n      baseSalary\n      salaryCurrency\n      bonusPercent\n      equityValue\n      equityType\n      equityVestingYears\n      startDate\n      responseDeadline\n      otherBenefits\n      notes\n    }\n    rejectionDetails {\n      stage\n      reason\n      feedback\n      rejectedAt\n    }\n    timeline {\n      id\n      eventType\n      eventDate\n      description\n      interviewStage\n    }\n  }\n": typeof types.ApplicationStandingFragmentDoc,
    "\n  mutation MoveApplication($id: ID!, $input: ChangeApplicationStatusInput!) {\n    changeApplicationStatus(id: $id, input: $input) {\n      id\n      ...ApplicationStanding\n    }\n  }\n": typeof types.MoveApplicationDocument,
    "\n  query LatestStanding($id: ID!) {\n    application(id: $id) {\n      id\n      ...ApplicationStanding\n    }\n  }\n": typeof types.LatestStandingDocument,
    "\n  mutation HandInByToken($personaId: ID!, $input: IngestJobInput!) {\n    ingestJob(personaId: $personaId, input: $input) {\n      id\n      expiresAt\n    }\n  }\n": typeof types.HandInByTokenDocument,
    "\n  mutation HandIn($personaId: ID!, $input: IngestJobInput!) {\n    ingestJob(personaId: $personaId, input: $input) {\n      ...IngestFields\n    }\n  }\n": typeof types.HandInDocument,
    "\n  mutation KeepIngest($id: ID!, $changes: PostingChangesInput) {\n    confirmIngest(id: $id, changes: $changes) {\n      id\n    }\n  }\n": typeof types.KeepIngestDocument,
    "\n  fragment IngestFields on JobIngest {\n    id\n    state\n    failure\n    expiresAt\n    personaJob {\n      id\n    }\n    preview {\n      title\n      companyName\n      location\n      workModel\n      seniorityLevel\n      employmentType\n      salaryMin\n      salaryMax\n      salaryCurrency\n      descriptionText\n      skills {\n        name\n        kind\n        required\n        years\n      }\n      applicationDeadline\n      applyUrl\n      isIncomplete\n    }\n  }\n": typeof types.IngestFieldsFragmentDoc,
    "\n  query Ingest($id: ID!) {\n    jobIngest(id: $id) {\n      ...IngestFields\n    }\n  }\n": typeof types.IngestDocument,
    "\n  subscription IngestProgress($id: ID!) {\n    ingestProgress(id: $id) {\n      ...IngestFields\n    }\n  }\n": typeof types.IngestProgressDocument,
    "\n  fragment GhostFields on JobPosting {\n    ghostScore\n    ghostSignals {\n      band\n      daysOpen\n      repostCount\n      vaguenessScore\n      missingFields\n      requirementMismatch\n    }\n  }\n": typeof types.GhostFieldsFragmentDoc,
    "\n  query MatchTotal($personaId: ID!, $filter: PersonaJobFilter) {\n    personaJobs(personaId: $personaId, filter: $filter, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.MatchTotalDocument,
    "\n  fragment MatchCard on PersonaJob {\n    id\n    status\n    isFavorite\n    fitScore\n    stretchScore\n    scoreStale\n    discoveredAt\n    scoreDetails {\n      ...ScoreFields\n    }\n    failedNonNegotiables\n    warnings\n    version\n    posting {\n      id\n      title\n      companyName\n      location\n      workModel\n      salaryMin\n      salaryMax\n      salaryCurrency\n      postedDate\n      isActive\n      ghostScore\n      applyUrl\n    }\n  }\n": typeof types.MatchCardFragmentDoc,
    "\n  query Match($id: ID!) {\n    personaJob(id: $id) {\n      id\n      status\n      isFavorite\n      fitScore\n      stretchScore\n      scoreStale\n      rationaleState\n      scoreDetails {\n        rationale\n        ...ScoreFields\n      }\n      failedNonNegotiables\n      warnings\n      version\n      application {\n        id\n      }\n      priorAttempt {\n        outcome\n        outcomeAt\n        appliedAt\n      }\n      posting {\n        id\n        title\n        companyName\n        companyUrl\n        location\n        workModel\n        seniorityLevel\n        employmentType\n        salaryMin\n        salaryMax\n        salaryCurrency\n        descriptionHtml\n        yearsMin\n        postedDate\n        applicationDeadline\n        attribution {\n          label\n          url\n        }\n        applyUrl\n        isActive\n        ...GhostFields\n      }\n    }\n  }\n": typeof types.MatchDocument,
    "\n  mutation SetFavorite($id: ID!, $favorite: Boolean!) {\n    setFavorite(id: $id, favorite: $favorite) {\n      id\n      isFavorite\n      version\n    }\n  }\n": typeof types.SetFavoriteDocument,
    "\n  mutation SetMatchStatus($id: ID!, $status: PersonaJobStatus!) {\n    setPersonaJobStatus(id: $id, status: $status) {\n      id\n      status\n      dismissedAt\n      version\n    }\n  }\n": typeof types.SetMatchStatusDocument,
    "\n  mutation BulkDismiss($ids: [ID!]!, $dismissed: Boolean!) {\n    bulkDismiss(ids: $ids, dismissed: $dismissed) {\n      succeeded\n      failed {\n        id\n        code\n      }\n    }\n  }\n": typeof types.BulkDismissDocument,
    "\n  mutation BulkFavorite($ids: [ID!]!, $favorite: Boolean!) {\n    bulkFavorite(ids: $ids, favorite: $favorite) {\n      succeeded\n      failed {\n        id\n        code\n      }\n    }\n  }\n": typeof types.BulkFavoriteDocument,
    "\n  mutation CreateApplication($personaJobId: ID!) {\n    createApplication(input: { personaJobId: $personaJobId }) {\n      id\n      personaJob {\n        id\n        status\n        version\n        application {\n          id\n        }\n      }\n    }\n  }\n": typeof types.CreateApplicationDocument,
    "\n  mutation MoveMatch(\n    $id: ID!\n    $status: PersonaJobStatus!\n    $changesStatus: Boolean!\n    $favorite: Boolean!\n    $changesFavorite: Boolean!\n  ) {\n    setPersonaJobStatus(id: $id, status: $status) @include(if: $changesStatus) {\n      id\n      status\n      dismissedAt\n      version\n    }\n    setFavorite(id: $id, favorite: $favorite) @include(if: $changesFavorite) {\n      id\n      isFavorite\n      version\n    }\n  }\n": typeof types.MoveMatchDocument,
    "\n  query Reach($personaId: ID!) {\n    persona(id: $personaId) {\n      id\n      minimumFitThreshold\n      yearsExperience\n      skills {\n        id\n      }\n    }\n    matchCount(personaId: $personaId)\n  }\n": typeof types.ReachDocument,
    "\n  query LowerReach($personaId: ID!, $lower: UpdatePersonaInput!) {\n    lower: matchCount(personaId: $personaId, changes: $lower)\n    any: matchCount(personaId: $personaId, changes: { minimumFitThreshold: 0 })\n  }\n": typeof types.LowerReachDocument,
    "\n  mutation RequestRationale($id: ID!) {\n    requestRationale(id: $id) {\n      id\n      rationaleState\n      version\n    }\n  }\n": typeof types.RequestRationaleDocument,
    "\n  mutation ReportJob($personaJobId: ID!, $reason: String!) {\n    reportJob(personaJobId: $personaJobId, reason: $reason)\n  }\n": typeof types.ReportJobDocument,
    "\n  mutation Rescore($personaId: ID!) {\n    rescore(personaId: $personaId) {\n      id\n      state\n      progress\n      error\n    }\n  }\n": typeof types.RescoreDocument,
    "\n  subscription TaskProgress($id: ID!) {\n    taskProgress(id: $id) {\n      id\n      state\n      progress\n      error\n    }\n  }\n": typeof types.TaskProgressDocument,
    "\n  fragment ScoreFields on ScoreDetails {\n    summary\n    stretchNotes\n    scorerVersion\n    fit {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n    stretch {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n  }\n": typeof types.ScoreFieldsFragmentDoc,
    "\n  query ColumnTotals(\n    $personaId: ID!\n    $new: PersonaJobFilter\n    $favourites: PersonaJobFilter\n    $applied: PersonaJobFilter\n    $dismissed: PersonaJobFilter\n  ) {\n    new: personaJobs(personaId: $personaId, filter: $new, first: 1) {\n      totalCount\n    }\n    favourites: personaJobs(personaId: $personaId, filter: $favourites, first: 1) {\n      totalCount\n    }\n    applied: personaJobs(personaId: $personaId, filter: $applied, first: 1) {\n      totalCount\n    }\n    dismissed: personaJobs(personaId: $personaId, filter: $dismissed, first: 1) {\n      totalCount\n    }\n  }\n": typeof types.ColumnTotalsDocument,
    "\n  subscription MatchesChanged($personaId: ID!) {\n    personaJobsChanged(personaId: $personaId) {\n      ...MatchCard\n    }\n  }\n": typeof types.MatchesChangedDocument,
    "\n  query MatchPage($personaId: ID!, $filter: PersonaJobFilter, $sort: PersonaJobSort!, $first: Int!, $after: String) {\n    personaJobs(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...MatchCard\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.MatchPageDocument,
    "\n  fragment PersonaAbout on Persona {\n    id\n    fullName\n    email\n    phone\n    homeCity\n    homeState\n    homeCountry\n    linkedinUrl\n    portfolioUrl\n    professionalSummary\n    yearsExperience\n    currentRole\n    currentCompany\n  }\n": typeof types.PersonaAboutFragmentDoc,
    "\n  fragment AchievementStories on Persona {\n    id\n    achievementStories {\n      id\n      ...AchievementStoryFields\n    }\n    skills {\n      id\n      skillName\n    }\n    workHistories {\n      id\n      jobTitle\n      companyName\n    }\n  }\n": typeof types.AchievementStoriesFragmentDoc,
    "\n  fragment AchievementStoryFields on AchievementStory {\n    id\n    title\n    context\n    action\n    outcome\n    skillsDemonstrated\n    relatedWorkHistoryId\n  }\n": typeof types.AchievementStoryFieldsFragmentDoc,
    "\n  mutation AddAchievementStory($parentId: ID!, $input: AchievementStoryInput!) {\n    added: addAchievementStory(personaId: $parentId, input: $input) {\n      id\n      ...AchievementStoryFields\n    }\n  }\n": typeof types.AddAchievementStoryDocument,
    "\n  mutation UpdateAchievementStory($id: ID!, $input: UpdateAchievementStoryInput!) {\n    updateAchievementStory(id: $id, input: $input) {\n      ...AchievementStoryFields\n    }\n  }\n": typeof types.UpdateAchievementStoryDocument,
    "\n  mutation RemoveAchievementStory($id: ID!) {\n    removeAchievementStory(id: $id)\n  }\n": typeof types.RemoveAchievementStoryDocument,
    "\n  mutation ReorderAchievementStories($parentId: ID!, $ids: [ID!]!) {\n    reorderAchievementStories(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n": typeof types.ReorderAchievementStoriesDocument,
    "\n  fragment Bullets on WorkHistory {\n    id\n    jobTitle\n    bullets {\n      id\n      ...BulletFields\n    }\n  }\n": typeof types.BulletsFragmentDoc,
    "\n  fragment BulletSkills on Persona {\n    id\n    skills {\n      id\n      skillName\n    }\n  }\n": typeof types.BulletSkillsFragmentDoc,
    "\n  fragment BulletFields on Bullet {\n    id\n    text\n    metrics\n    skillsDemonstrated\n  }\n": typeof types.BulletFieldsFragmentDoc,
    "\n  mutation AddBullet($parentId: ID!, $input: BulletInput!) {\n    added: addBullet(workHistoryId: $parentId, input: $input) {\n      id\n      ...BulletFields\n    }\n  }\n": typeof types.AddBulletDocument,
    "\n  mutation UpdateBullet($id: ID!, $input: UpdateBulletInput!) {\n    updateBullet(id: $id, input: $input) {\n      ...BulletFields\n    }\n  }\n": typeof types.UpdateBulletDocument,
    "\n  mutation RemoveBullet($id: ID!) {\n    removeBullet(id: $id)\n  }\n": typeof types.RemoveBulletDocument,
    "\n  mutation ReorderBullets($parentId: ID!, $ids: [ID!]!) {\n    reorderBullets(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n": typeof types.ReorderBulletsDocument,
    "\n  fragment Certifications on Persona {\n    id\n    certifications {\n      id\n      ...CertificationFields\n    }\n  }\n": typeof types.CertificationsFragmentDoc,
    "\n  fragment CertificationFields on Certification {\n    id\n    certificationName\n    issuingOrganization\n    dateObtained\n    expirationDate\n    credentialId\n    verificationUrl\n  }\n": typeof types.CertificationFieldsFragmentDoc,
    "\n  mutation AddCertification($parentId: ID!, $input: CertificationInput!) {\n    added: addCertification(personaId: $parentId, input: $input) {\n      id\n      ...CertificationFields\n    }\n  }\n": typeof types.AddCertificationDocument,
    "\n  mutation UpdateCertification($id: ID!, $input: UpdateCertificationInput!) {\n    updateCertification(id: $id, input: $input) {\n      ...CertificationFields\n    }\n  }\n": typeof types.UpdateCertificationDocument,
    "\n  mutation RemoveCertification($id: ID!) {\n    removeCertification(id: $id)\n  }\n": typeof types.RemoveCertificationDocument,
    "\n  mutation ReorderCertifications($parentId: ID!, $ids: [ID!]!) {\n    reorderCertifications(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n": typeof types.ReorderCertificationsDocument,
    "\n  mutation CreatePersona($input: CreatePersonaInput!) {\n    createPersona(input: $input) {\n      ...PersonaLabel\n    }\n  }\n": typeof types.CreatePersonaDocument,
    "\n  mutation DeletePersona($id: ID!) {\n    deletePersona(id: $id)\n  }\n": typeof types.DeletePersonaDocument,
    "\n  query Background($id: ID!) {\n    persona(id: $id) {\n      id\n      ...WorkHistories\n      ...Educations\n      ...Certifications\n      ...AchievementStories\n    }\n  }\n": typeof types.BackgroundDocument,
    "\n  query Rules($id: ID!) {\n    persona(id: $id) {\n      id\n      ...OwnRules\n    }\n  }\n": typeof types.RulesDocument,
    "\n  query VoicePage($id: ID!) {\n    persona(id: $id) {\n      id\n      ...Voice\n    }\n  }\n": typeof types.VoicePageDocument,
    "\n  query EditedPersona($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaAbout\n      ...PersonaWishes\n      ...PersonaGrowth\n      ...PersonaSkills\n    }\n  }\n": typeof types.EditedPersonaDocument,
    "\n  fragment Educations on Persona {\n    id\n    educations {\n      id\n      ...EducationFields\n    }\n  }\n": typeof types.EducationsFragmentDoc,
    "\n  fragment EducationFields on Education {\n    id\n    institution\n    degree\n    fieldOfStudy\n    graduationYear\n    gpa\n    honors\n  }\n": typeof types.EducationFieldsFragmentDoc,
    "\n  mutation AddEducation($parentId: ID!, $input: EducationInput!) {\n    added: addEducation(personaId: $parentId, input: $input) {\n      id\n      ...EducationFields\n    }\n  }\n": typeof types.AddEducationDocument,
    "\n  mutation UpdateEducation($id: ID!, $input: UpdateEducationInput!) {\n    updateEducation(id: $id, input: $input) {\n      ...EducationFields\n    }\n  }\n": typeof types.UpdateEducationDocument,
    "\n  mutation RemoveEducation($id: ID!) {\n    removeEducation(id: $id)\n  }\n": typeof types.RemoveEducationDocument,
    "\n  mutation ReorderEducations($parentId: ID!, $ids: [ID!]!) {\n    reorderEducations(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n": typeof types.ReorderEducationsDocument,
    "\n  fragment PersonaGrowth on Persona {\n    id\n    targetRoles\n    targetSkills\n    stretchAppetite\n  }\n": typeof types.PersonaGrowthFragmentDoc,
    "\n  mutation ImportResume($personaId: ID!, $document: JSON!) {\n    importJsonResume(personaId: $personaId, document: $document) {\n      ...PersonaLabel\n    }\n  }\n": typeof types.ImportResumeDocument,
    "\n  query MatchCount($personaId: ID!, $changes: UpdatePersonaInput!) {\n    matchCount(personaId: $personaId, changes: $changes)\n  }\n": typeof types.MatchCountDocument,
    "\n  fragment OwnRules on Persona {\n    id\n    customNonNegotiables {\n      id\n      ...OwnRuleFields\n    }\n  }\n": typeof types.OwnRulesFragmentDoc,
    "\n  fragment OwnRuleFields on CustomNonNegotiable {\n    id\n    filterName\n    filterType\n    filterValue\n    filterField\n  }\n": typeof types.OwnRuleFieldsFragmentDoc,
    "\n  mutation AddOwnRule($parentId: ID!, $input: CustomNonNegotiableInput!) {\n    added: addCustomNonNegotiable(personaId: $parentId, input: $input) {\n      id\n      ...OwnRuleFields\n    }\n  }\n": typeof types.AddOwnRuleDocument,
    "\n  mutation UpdateOwnRule($id: ID!, $input: UpdateCustomNonNegotiableInput!) {\n    updateCustomNonNegotiable(id: $id, input: $input) {\n      ...OwnRuleFields\n    }\n  }\n": typeof types.UpdateOwnRuleDocument,
    "\n  mutation RemoveOwnRule($id: ID!) {\n    removeCustomNonNegotiable(id: $id)\n  }\n": typeof types.RemoveOwnRuleDocument,
    "\n  mutation ReorderOwnRules($parentId: ID!, $ids: [ID!]!) {\n    reorderCustomNonNegotiables(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n": typeof types.ReorderOwnRulesDocument,
    "\n  query ExportResume($personaId: ID!) {\n    persona(id: $personaId) {\n      id\n      fullName\n    }\n    exportJsonResume(personaId: $personaId)\n  }\n": typeof types.ExportResumeDocument,
    "\n  fragment PersonaSetUp on Persona {\n    id\n    onboardingComplete\n    onboardingStep\n    completeness {\n      percent\n      missing\n    }\n    updatedAt\n  }\n": typeof types.PersonaSetUpFragmentDoc,
    "\n  fragment PersonaSkills on Persona {\n    id\n    skills {\n      ...SkillFields\n    }\n  }\n": typeof types.PersonaSkillsFragmentDoc,
    "\n  fragment SkillFields on Skill {\n    id\n    skillName\n    proficiency\n    yearsUsed\n  }\n": typeof types.SkillFieldsFragmentDoc,
    "\n  mutation AddSkill($personaId: ID!, $input: SkillInput!) {\n    addSkill(personaId: $personaId, input: $input) {\n      ...SkillFields\n    }\n  }\n": typeof types.AddSkillDocument,
    "\n  mutation UpdateSkill($id: ID!, $input: UpdateSkillInput!) {\n    updateSkill(id: $id, input: $input) {\n      ...SkillFields\n    }\n  }\n": typeof types.UpdateSkillDocument,
    "\n  mutation RemoveSkill($id: ID!) {\n    removeSkill(id: $id)\n  }\n": typeof types.RemoveSkillDocument,
    "\n  fragment PersonaLabel on Persona {\n    id\n    fullName\n    currentRole\n  }\n": typeof types.PersonaLabelFragmentDoc,
    "\n  query Personas {\n    personas {\n      ...PersonaLabel\n    }\n  }\n": typeof types.PersonasDocument,
    "\n  mutation UpdateSearchProfile($personaId: ID!, $input: UpdateSearchProfileInput!) {\n    updateSearchProfile(personaId: $personaId, input: $input) {\n      ...SearchProfileFields\n    }\n  }\n": typeof types.UpdateSearchProfileDocument,
    "\n  fragment PersonaSearches on Persona {\n    id\n    searchProfile {\n      ...SearchProfileFields\n    }\n  }\n": typeof types.PersonaSearchesFragmentDoc,
    "\n  fragment SearchProfileFields on SearchProfile {\n    id\n    fitSearches {\n      label\n      keywords\n      titles\n      remoteokTags\n      location\n    }\n    stretchSearches {\n      label\n      keywords\n      titles\n      remoteokTags\n      location\n    }\n    isStale\n    generatedAt\n    approvedAt\n    wordingState\n  }\n": typeof types.SearchProfileFieldsFragmentDoc,
    "\n  query SearchesPage($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaSearches\n    }\n  }\n": typeof types.SearchesPageDocument,
    "\n  mutation GenerateSearchProfile($personaId: ID!) {\n    generateSearchProfile(personaId: $personaId) {\n      ...SearchProfileFields\n    }\n  }\n": typeof types.GenerateSearchProfileDocument,
    "\n  mutation ApproveSearchProfile($personaId: ID!) {\n    approveSearchProfile(personaId: $personaId) {\n      ...SearchProfileFields\n    }\n  }\n": typeof types.ApproveSearchProfileDocument,
    "\n  mutation RequestSearchWording($personaId: ID!) {\n    requestSearchWording(personaId: $personaId) {\n      ...SearchProfileFields\n    }\n  }\n": typeof types.RequestSearchWordingDocument,
    "\n  query SetUpStanding($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaSetUp\n    }\n  }\n": typeof types.SetUpStandingDocument,
    "\n  query SetUpPersona($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaSetUp\n      ...PersonaAbout\n      ...PersonaWishes\n      ...PersonaGrowth\n      ...PersonaSkills\n      ...WorkHistories\n      ...Educations\n      ...Certifications\n      ...AchievementStories\n      ...OwnRules\n      ...PersonaSearches\n      ...Voice\n    }\n  }\n": typeof types.SetUpPersonaDocument,
    "\n  query SkillSuggestions($prefix: String!) {\n    skillSuggestions(prefix: $prefix, first: 8)\n  }\n": typeof types.SkillSuggestionsDocument,
    "\n  mutation BeginWithResume($personaId: ID!, $document: JSON!) {\n    importJsonResume(personaId: $personaId, document: $document) {\n      ...PersonaLabel\n    }\n    generateSearchProfile(personaId: $personaId) {\n      id\n    }\n  }\n": typeof types.BeginWithResumeDocument,
    "\n  mutation UpdatePersona($id: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(id: $id, input: $input) {\n      ...PersonaLabel\n      ...PersonaAbout\n      ...PersonaWishes\n      ...PersonaGrowth\n      ...PersonaSetUp\n    }\n  }\n": typeof types.UpdatePersonaDocument,
    "\n  fragment Voice on Persona {\n    id\n    voiceProfile {\n      ...VoiceFields\n    }\n  }\n": typeof types.VoiceFragmentDoc,
    "\n  fragment VoiceFields on VoiceProfile {\n    id\n    tone\n    sentenceStyle\n    vocabularyLevel\n    personalityMarkers\n    samplePhrases\n    thingsToAvoid\n    writingSampleText\n  }\n": typeof types.VoiceFieldsFragmentDoc,
    "\n  mutation UpdateVoice($personaId: ID!, $input: UpdateVoiceProfileInput!) {\n    updateVoiceProfile(personaId: $personaId, input: $input) {\n      ...VoiceFields\n    }\n  }\n": typeof types.UpdateVoiceDocument,
    "\n  fragment PersonaWishes on Persona {\n    id\n    remotePreference\n    minimumBaseSalary\n    salaryCurrency\n    commutableCities\n    relocationOpen\n    relocationCities\n    visaSponsorshipRequired\n    industryExclusions\n    companySizePreference\n    maxTravelPercent\n    minimumFitThreshold\n  }\n": typeof types.PersonaWishesFragmentDoc,
    "\n  fragment WorkHistories on Persona {\n    id\n    workHistories {\n      id\n      ...WorkHistoryFields\n    }\n    ...BulletSkills\n  }\n": typeof types.WorkHistoriesFragmentDoc,
    "\n  fragment WorkHistoryFields on WorkHistory {\n    id\n    companyName\n    companyIndustry\n    jobTitle\n    startDate\n    endDate\n    location\n    workModel\n    description\n    ...Bullets\n  }\n": typeof types.WorkHistoryFieldsFragmentDoc,
    "\n  mutation AddWorkHistory($parentId: ID!, $input: WorkHistoryInput!) {\n    added: addWorkHistory(personaId: $parentId, input: $input) {\n      id\n      ...WorkHistoryFields\n    }\n  }\n": typeof types.AddWorkHistoryDocument,
    "\n  mutation UpdateWorkHistory($id: ID!, $input: UpdateWorkHistoryInput!) {\n    updateWorkHistory(id: $id, input: $input) {\n      ...WorkHistoryFields\n    }\n  }\n": typeof types.UpdateWorkHistoryDocument,
    "\n  mutation RemoveWorkHistory($id: ID!) {\n    removeWorkHistory(id: $id)\n  }\n": typeof types.RemoveWorkHistoryDocument,
    "\n  mutation ReorderWorkHistories($parentId: ID!, $ids: [ID!]!) {\n    reorderWorkHistories(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n": typeof types.ReorderWorkHistoriesDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      accessTokenExpiresAt\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation RequestReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n": typeof types.RequestResetDocument,
    "\n  mutation SignInByLink($token: String!, $elsewhere: Boolean!) {\n    redeemMagicLink(token: $token, elsewhere: $elsewhere) {\n      ... on AuthSession {\n        user {\n          id\n        }\n      }\n      ... on MfaChallenge {\n        ...ChallengeFields\n      }\n    }\n  }\n": typeof types.SignInByLinkDocument,
    "\n  mutation RequestMagicLink($email: String!) {\n    requestMagicLink(email: $email)\n  }\n": typeof types.RequestMagicLinkDocument,
    "\n  mutation ConfirmEmailChange($token: String!) {\n    confirmEmailChange(token: $token) {\n      id\n      email\n    }\n  }\n": typeof types.ConfirmEmailChangeDocument,
    "\n  mutation CancelEmailChange($token: String!) {\n    cancelEmailChange(token: $token)\n  }\n": typeof types.CancelEmailChangeDocument,
    "\n  mutation RevertEmailChange($token: String!) {\n    revertEmailChange(token: $token)\n  }\n": typeof types.RevertEmailChangeDocument,
    "\n  mutation EndSessions($token: String!) {\n    endSessionsByToken(token: $token)\n  }\n": typeof types.EndSessionsDocument,
    "\n  mutation SignInByPasskey($response: JSON!) {\n    loginWithPasskey(response: $response) {\n      user {\n        id\n      }\n    }\n  }\n": typeof types.SignInByPasskeyDocument,
    "\n  mutation StartProviderLink($provider: String!, $purpose: ProviderLinkPurpose!) {\n    startProviderLink(provider: $provider, purpose: $purpose) {\n      url\n    }\n  }\n": typeof types.StartProviderLinkDocument,
    "\n  query LinkedProviders {\n    oauthProviders {\n      id\n      label\n    }\n    mySignInMethods {\n      id\n      kind\n      label\n    }\n  }\n": typeof types.LinkedProvidersDocument,
    "\n  query OauthProviders {\n    oauthProviders {\n      id\n      label\n      startUrl\n    }\n  }\n": typeof types.OauthProvidersDocument,
    "\n  mutation RequestVerification($email: String!) {\n    requestEmailVerification(email: $email)\n  }\n": typeof types.RequestVerificationDocument,
    "\n  mutation ResetPassword($token: String!, $newPassword: String!) {\n    resetPassword(token: $token, newPassword: $newPassword)\n  }\n": typeof types.ResetPasswordDocument,
    "\n  fragment ChallengeFields on MfaChallenge {\n    challenge\n    methods\n  }\n": typeof types.ChallengeFieldsFragmentDoc,
    "\n  mutation CompleteSignIn($input: CompleteMfaInput!) {\n    completeMfa(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n": typeof types.CompleteSignInDocument,
    "\n  mutation SignIn($input: LoginInput!) {\n    login(input: $input) {\n      ... on AuthSession {\n        user {\n          id\n        }\n      }\n      ... on MfaChallenge {\n        ...ChallengeFields\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignUp($input: RegisterInput!) {\n    register(input: $input) {\n      verificationRequired\n    }\n  }\n": typeof types.SignUpDocument,
    "\n  mutation PasskeySignUpOptions($email: String!) {\n    passkeySignUpOptions(email: $email)\n  }\n": typeof types.PasskeySignUpOptionsDocument,
    "\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      accessTokenExpiresAt\n    }\n  }\n": typeof types.StepUpDocument,
    "\n  mutation PasskeyStepUpOptions {\n    passkeyStepUpOptions\n  }\n": typeof types.PasskeyStepUpOptionsDocument,
    "\n  mutation PasskeyLoginOptions($email: String) {\n    passkeyLoginOptions(email: $email)\n  }\n": typeof types.PasskeyLoginOptionsDocument,
    "\n  mutation SignOut {\n    logout\n  }\n": typeof types.SignOutDocument,
    "\n  mutation VerifyEmail($token: String!) {\n    verifyEmail(token: $token) {\n      id\n      email\n      hasPassword\n    }\n  }\n": typeof types.VerifyEmailDocument,
    "\n  fragment ViewerFields on User {\n    id\n    email\n    emailVerified\n    name\n    imageUrl\n    roles\n    hasPassword\n    mustChangePassword\n  }\n": typeof types.ViewerFieldsFragmentDoc,
    "\n  query Me {\n    me {\n      ...ViewerFields\n    }\n  }\n": typeof types.MeDocument,
    "\n  mutation RefreshSources($personaId: ID!) {\n    refreshSources(personaId: $personaId) {\n      id\n      state\n    }\n  }\n": typeof types.RefreshSourcesDocument,
    "\n  query SourcesPage($id: ID!) {\n    persona(id: $id) {\n      id\n      pollingFrequency\n      sourcePreferences {\n        ...SourcePreferenceFields\n      }\n    }\n  }\n": typeof types.SourcesPageDocument,
    "\n  mutation SetPollingFrequency($personaId: ID!, $pollingFrequency: PollingFrequency!) {\n    updatePersona(id: $personaId, input: { pollingFrequency: $pollingFrequency }) {\n      id\n      pollingFrequency\n    }\n  }\n": typeof types.SetPollingFrequencyDocument,
    "\n  query SourceKeys {\n    sourceKeys {\n      id\n      createdAt\n      source {\n        id\n      }\n    }\n  }\n": typeof types.SourceKeysDocument,
    "\n  mutation SetSourceKey($sourceId: ID!, $key: String) {\n    setSourceKey(sourceId: $sourceId, key: $key) {\n      id\n    }\n  }\n": typeof types.SetSourceKeyDocument,
    "\n  fragment SourcePreferenceFields on SourcePreference {\n    id\n    enabled\n    source {\n      id\n      label\n      needsKey\n      keyForm\n      isOnByDefault\n      offBecause\n      attribution\n    }\n  }\n": typeof types.SourcePreferenceFieldsFragmentDoc,
    "\n  mutation SetSourcePreference($personaId: ID!, $sourceId: ID!, $enabled: Boolean!) {\n    setSourcePreference(personaId: $personaId, sourceId: $sourceId, enabled: $enabled) {\n      id\n      enabled\n    }\n  }\n": typeof types.SetSourcePreferenceDocument,
    "\n  fragment SourceRunFields on SourceRun {\n    id\n    source {\n      id\n      label\n    }\n    state\n    found\n    newMatches\n    notInspected\n    failure\n    askedAt\n    finishedAt\n  }\n": typeof types.SourceRunFieldsFragmentDoc,
    "\n  query SourceRuns($personaId: ID!, $after: String) {\n    sourceRuns(personaId: $personaId, first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          ...SourceRunFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.SourceRunsDocument,
    "\n  query SourceRunsUnderWay($personaId: ID!) {\n    sourceRuns(personaId: $personaId, first: 50) {\n      edges {\n        cursor\n        node {\n          ...SourceRunFields\n        }\n      }\n    }\n  }\n": typeof types.SourceRunsUnderWayDocument,
};
const documents: Documents = {
    "\n  query AccessTokens {\n    accessTokens {\n      id\n      label\n      scopes\n      expiresAt\n      lastUsedAt\n    }\n  }\n": types.AccessTokensDocument,
    "\n  mutation RevokeAccessToken($id: ID!) {\n    revokeAccessToken(id: $id)\n  }\n": types.RevokeAccessTokenDocument,
    "\n  query MyAuditEvents($after: String) {\n    myAuditEvents(first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          event\n          ip\n          userAgent\n          outcome\n          detail\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.MyAuditEventsDocument,
    "\n  mutation PasskeyRegistrationOptions {\n    passkeyRegistrationOptions\n  }\n": types.PasskeyRegistrationOptionsDocument,
    "\n  mutation RegisterPasskey($response: JSON!, $label: String) {\n    registerPasskey(response: $response, label: $label) {\n      id\n    }\n  }\n": types.RegisterPasskeyDocument,
    "\n  mutation ConfirmTotpEnrollment($code: String!) {\n    confirmTotpEnrollment(code: $code) {\n      codes\n    }\n  }\n": types.ConfirmTotpEnrollmentDocument,
    "\n  mutation DisableTotp {\n    disableTotp\n  }\n": types.DisableTotpDocument,
    "\n  mutation StartTotpEnrollment {\n    startTotpEnrollment {\n      secret\n      otpauthUrl\n    }\n  }\n": types.StartTotpEnrollmentDocument,
    "\n  mutation RegenerateBackupCodes {\n    regenerateBackupCodes {\n      codes\n    }\n  }\n": types.RegenerateBackupCodesDocument,
    "\n  mutation CreateAccessToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      id\n      token\n    }\n  }\n": types.CreateAccessTokenDocument,
    "\n  mutation DeleteAccount($confirmEmail: String!) {\n    deleteAccount(confirmEmail: $confirmEmail)\n  }\n": types.DeleteAccountDocument,
    "\n  query MySessions {\n    mySessions {\n      id\n      createdAt\n      lastSeenAt\n      ip\n      userAgent\n      current\n    }\n  }\n": types.MySessionsDocument,
    "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id)\n  }\n": types.RevokeSessionDocument,
    "\n  mutation SignOutEverywhere($includeCurrent: Boolean!) {\n    logoutEverywhere(includeCurrent: $includeCurrent)\n  }\n": types.SignOutEverywhereDocument,
    "\n  mutation RequestEmailChange($newEmail: String!) {\n    requestEmailChange(newEmail: $newEmail)\n  }\n": types.RequestEmailChangeDocument,
    "\n  query MySignInMethods {\n    mySignInMethods {\n      id\n      kind\n      label\n      addedAt\n      lastUsedAt\n    }\n    me {\n      id\n      backupCodesLeft\n    }\n  }\n": types.MySignInMethodsDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      ...ViewerFields\n    }\n  }\n": types.UpdateProfileDocument,
    "\n  mutation RemovePasskey($id: ID!) {\n    removePasskey(id: $id)\n  }\n": types.RemovePasskeyDocument,
    "\n  mutation UnlinkProvider($id: ID!) {\n    unlinkProvider(id: $id)\n  }\n": types.UnlinkProviderDocument,
    "\n  mutation SetUserRole($userId: ID!, $role: Role!) {\n    setUserRole(userId: $userId, role: $role) {\n      id\n      roles\n    }\n  }\n": types.SetUserRoleDocument,
    "\n  mutation SetUserDisabled($id: ID!, $disabled: Boolean!) {\n    setUserDisabled(id: $id, disabled: $disabled) {\n      id\n      disabledAt\n    }\n  }\n": types.SetUserDisabledDocument,
    "\n  mutation AdminRevokeSessions($userId: ID!) {\n    adminRevokeSessions(userId: $userId)\n  }\n": types.AdminRevokeSessionsDocument,
    "\n  fragment AccountAddress on AdminUser {\n    id\n    email\n  }\n": types.AccountAddressFragmentDoc,
    "\n  fragment AdminUserFields on AdminUser {\n    id\n    email\n    emailVerified\n    name\n    roles\n    disabledAt\n    createdAt\n  }\n": types.AdminUserFieldsFragmentDoc,
    "\n  query AdminUsers($search: String!, $after: String) {\n    adminUsers(search: $search, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...AdminUserFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.AdminUsersDocument,
    "\n  query AdminAuditEvents($userId: ID, $after: String) {\n    adminAuditEvents(userId: $userId, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          event\n          outcome\n          userId\n          actorId\n          ip\n          userAgent\n          detail\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.AdminAuditEventsDocument,
    "\n  mutation InviteUser($email: String!) {\n    inviteUser(email: $email)\n  }\n": types.InviteUserDocument,
    "\n  query AdminQuarantine($rejected: Boolean!, $after: String) {\n    adminQuarantine(rejected: $rejected, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          reviewSince\n          rejectedAt\n          ...WaitingPostingFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.AdminQuarantineDocument,
    "\n  fragment WaitingPostingFields on QuarantinedPosting {\n    id\n    title\n    companyName\n    location\n    descriptionText\n    sourceUrl\n    applyUrl\n    isQuarantined\n    quarantineExpiresAt\n    reviewSince\n    rejectedAt\n    reports {\n      reason\n      createdAt\n    }\n    findings {\n      field\n      text\n    }\n  }\n": types.WaitingPostingFieldsFragmentDoc,
    "\n  mutation ApprovePosting($id: ID!) {\n    approvePosting(id: $id) {\n      id\n      isQuarantined\n      reviewSince\n      rejectedAt\n    }\n  }\n": types.ApprovePostingDocument,
    "\n  mutation RejectPosting($id: ID!) {\n    rejectPosting(id: $id) {\n      id\n      isQuarantined\n      reviewSince\n      rejectedAt\n    }\n  }\n": types.RejectPostingDocument,
    "\n  mutation SplitPosting($id: ID!) {\n    splitPosting(id: $id)\n  }\n": types.SplitPostingDocument,
    "\n  mutation RenewSession {\n    refreshSession {\n      accessTokenExpiresAt\n    }\n  }\n": types.RenewSessionDocument,
    "\n  fragment BoardPage on ApplicationConnection {\n    edges {\n      cursor\n      node {\n        id\n        ...ApplicationCard\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n": types.BoardPageFragmentDoc,
    "\n  query ApplicationBoard($personaId: ID!, $first: Int!) {\n    applied: applications(\n      personaId: $personaId\n      filter: { statuses: [APPLIED], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    interviewing: applications(\n      personaId: $personaId\n      filter: { statuses: [INTERVIEWING], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    offer: applications(\n      personaId: $personaId\n      filter: { statuses: [OFFER], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    accepted: applications(\n      personaId: $personaId\n      filter: { statuses: [ACCEPTED], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    rejected: applications(\n      personaId: $personaId\n      filter: { statuses: [REJECTED], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    withdrawn: applications(\n      personaId: $personaId\n      filter: { statuses: [WITHDRAWN], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n  }\n": types.ApplicationBoardDocument,
    "\n  fragment ApplicationCard on Application {\n    id\n    status\n    version\n    appliedAt\n    statusUpdatedAt\n    currentInterviewStage\n    offerDetails {\n      responseDeadline\n    }\n    snapshot {\n      title\n      companyName\n      location\n      salaryCurrency\n    }\n  }\n": types.ApplicationCardFragmentDoc,
    "\n  query Application($id: ID!) {\n    application(id: $id) {\n      id\n      notes\n      appliedAt\n      personaJob {\n        id\n      }\n      snapshot {\n        title\n        companyName\n        companyUrl\n        location\n        workModel\n        description\n        salaryMin\n        salaryMax\n        salaryCurrency\n        sourceUrl\n        capturedAt\n      }\n      ...ApplicationStanding\n    }\n  }\n": types.ApplicationDocument,
    "\n  query ApplicationNumbers($personaId: ID!) {\n    applicationStats(personaId: $personaId) {\n      funnel {\n        status\n        count\n      }\n      timeInStatus {\n        status\n        count\n        ongoing\n        lowerQuartileDays\n        medianDays\n        upperQuartileDays\n      }\n    }\n  }\n": types.ApplicationNumbersDocument,
    "\n  query ApplicationPage(\n    $personaId: ID!\n    $filter: ApplicationFilter\n    $sort: ApplicationSort!\n    $first: Int!\n    $after: String\n  ) {\n    applications(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...ApplicationCard\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.ApplicationPageDocument,
    "\n  fragment ApplicationStanding on Application {\n    id\n    status\n    statusUpdatedAt\n    currentInterviewStage\n    version\n    offerDetails {\n      baseSalary\n      salaryCurrency\n      bonusPercent\n      equityValue\n      equityType\n      equityVestingYears\n      startDate\n      responseDeadline\n      otherBenefits\n      notes\n    }\n    rejectionDetails {\n      stage\n      reason\n      feedback\n      rejectedAt\n    }\n    timeline {\n      id\n      eventType\n      eventDate\n      description\n      interviewStage\n    }\n  }\n": types.ApplicationStandingFragmentDoc,
    "\n  mutation MoveApplication($id: ID!, $input: ChangeApplicationStatusInput!) {\n    changeApplicationStatus(id: $id, input: $input) {\n      id\n      ...ApplicationStanding\n    }\n  }\n": types.MoveApplicationDocument,
    "\n  query LatestStanding($id: ID!) {\n    application(id: $id) {\n      id\n      ...ApplicationStanding\n    }\n  }\n": types.LatestStandingDocument,
    "\n  mutation HandInByToken($personaId: ID!, $input: IngestJobInput!) {\n    ingestJob(personaId: $personaId, input: $input) {\n      id\n      expiresAt\n    }\n  }\n": types.HandInByTokenDocument,
    "\n  mutation HandIn($personaId: ID!, $input: IngestJobInput!) {\n    ingestJob(personaId: $personaId, input: $input) {\n      ...IngestFields\n    }\n  }\n": types.HandInDocument,
    "\n  mutation KeepIngest($id: ID!, $changes: PostingChangesInput) {\n    confirmIngest(id: $id, changes: $changes) {\n      id\n    }\n  }\n": types.KeepIngestDocument,
    "\n  fragment IngestFields on JobIngest {\n    id\n    state\n    failure\n    expiresAt\n    personaJob {\n      id\n    }\n    preview {\n      title\n      companyName\n      location\n      workModel\n      seniorityLevel\n      employmentType\n      salaryMin\n      salaryMax\n      salaryCurrency\n      descriptionText\n      skills {\n        name\n        kind\n        required\n        years\n      }\n      applicationDeadline\n      applyUrl\n      isIncomplete\n    }\n  }\n": types.IngestFieldsFragmentDoc,
    "\n  query Ingest($id: ID!) {\n    jobIngest(id: $id) {\n      ...IngestFields\n    }\n  }\n": types.IngestDocument,
    "\n  subscription IngestProgress($id: ID!) {\n    ingestProgress(id: $id) {\n      ...IngestFields\n    }\n  }\n": types.IngestProgressDocument,
    "\n  fragment GhostFields on JobPosting {\n    ghostScore\n    ghostSignals {\n      band\n      daysOpen\n      repostCount\n      vaguenessScore\n      missingFields\n      requirementMismatch\n    }\n  }\n": types.GhostFieldsFragmentDoc,
    "\n  query MatchTotal($personaId: ID!, $filter: PersonaJobFilter) {\n    personaJobs(personaId: $personaId, filter: $filter, first: 1) {\n      totalCount\n    }\n  }\n": types.MatchTotalDocument,
    "\n  fragment MatchCard on PersonaJob {\n    id\n    status\n    isFavorite\n    fitScore\n    stretchScore\n    scoreStale\n    discoveredAt\n    scoreDetails {\n      ...ScoreFields\n    }\n    failedNonNegotiables\n    warnings\n    version\n    posting {\n      id\n      title\n      companyName\n      location\n      workModel\n      salaryMin\n      salaryMax\n      salaryCurrency\n      postedDate\n      isActive\n      ghostScore\n      applyUrl\n    }\n  }\n": types.MatchCardFragmentDoc,
    "\n  query Match($id: ID!) {\n    personaJob(id: $id) {\n      id\n      status\n      isFavorite\n      fitScore\n      stretchScore\n      scoreStale\n      rationaleState\n      scoreDetails {\n        rationale\n        ...ScoreFields\n      }\n      failedNonNegotiables\n      warnings\n      version\n      application {\n        id\n      }\n      priorAttempt {\n        outcome\n        outcomeAt\n        appliedAt\n      }\n      posting {\n        id\n        title\n        companyName\n        companyUrl\n        location\n        workModel\n        seniorityLevel\n        employmentType\n        salaryMin\n        salaryMax\n        salaryCurrency\n        descriptionHtml\n        yearsMin\n        postedDate\n        applicationDeadline\n        attribution {\n          label\n          url\n        }\n        applyUrl\n        isActive\n        ...GhostFields\n      }\n    }\n  }\n": types.MatchDocument,
    "\n  mutation SetFavorite($id: ID!, $favorite: Boolean!) {\n    setFavorite(id: $id, favorite: $favorite) {\n      id\n      isFavorite\n      version\n    }\n  }\n": types.SetFavoriteDocument,
    "\n  mutation SetMatchStatus($id: ID!, $status: PersonaJobStatus!) {\n    setPersonaJobStatus(id: $id, status: $status) {\n      id\n      status\n      dismissedAt\n      version\n    }\n  }\n": types.SetMatchStatusDocument,
    "\n  mutation BulkDismiss($ids: [ID!]!, $dismissed: Boolean!) {\n    bulkDismiss(ids: $ids, dismissed: $dismissed) {\n      succeeded\n      failed {\n        id\n        code\n      }\n    }\n  }\n": types.BulkDismissDocument,
    "\n  mutation BulkFavorite($ids: [ID!]!, $favorite: Boolean!) {\n    bulkFavorite(ids: $ids, favorite: $favorite) {\n      succeeded\n      failed {\n        id\n        code\n      }\n    }\n  }\n": types.BulkFavoriteDocument,
    "\n  mutation CreateApplication($personaJobId: ID!) {\n    createApplication(input: { personaJobId: $personaJobId }) {\n      id\n      personaJob {\n        id\n        status\n        version\n        application {\n          id\n        }\n      }\n    }\n  }\n": types.CreateApplicationDocument,
    "\n  mutation MoveMatch(\n    $id: ID!\n    $status: PersonaJobStatus!\n    $changesStatus: Boolean!\n    $favorite: Boolean!\n    $changesFavorite: Boolean!\n  ) {\n    setPersonaJobStatus(id: $id, status: $status) @include(if: $changesStatus) {\n      id\n      status\n      dismissedAt\n      version\n    }\n    setFavorite(id: $id, favorite: $favorite) @include(if: $changesFavorite) {\n      id\n      isFavorite\n      version\n    }\n  }\n": types.MoveMatchDocument,
    "\n  query Reach($personaId: ID!) {\n    persona(id: $personaId) {\n      id\n      minimumFitThreshold\n      yearsExperience\n      skills {\n        id\n      }\n    }\n    matchCount(personaId: $personaId)\n  }\n": types.ReachDocument,
    "\n  query LowerReach($personaId: ID!, $lower: UpdatePersonaInput!) {\n    lower: matchCount(personaId: $personaId, changes: $lower)\n    any: matchCount(personaId: $personaId, changes: { minimumFitThreshold: 0 })\n  }\n": types.LowerReachDocument,
    "\n  mutation RequestRationale($id: ID!) {\n    requestRationale(id: $id) {\n      id\n      rationaleState\n      version\n    }\n  }\n": types.RequestRationaleDocument,
    "\n  mutation ReportJob($personaJobId: ID!, $reason: String!) {\n    reportJob(personaJobId: $personaJobId, reason: $reason)\n  }\n": types.ReportJobDocument,
    "\n  mutation Rescore($personaId: ID!) {\n    rescore(personaId: $personaId) {\n      id\n      state\n      progress\n      error\n    }\n  }\n": types.RescoreDocument,
    "\n  subscription TaskProgress($id: ID!) {\n    taskProgress(id: $id) {\n      id\n      state\n      progress\n      error\n    }\n  }\n": types.TaskProgressDocument,
    "\n  fragment ScoreFields on ScoreDetails {\n    summary\n    stretchNotes\n    scorerVersion\n    fit {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n    stretch {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n  }\n": types.ScoreFieldsFragmentDoc,
    "\n  query ColumnTotals(\n    $personaId: ID!\n    $new: PersonaJobFilter\n    $favourites: PersonaJobFilter\n    $applied: PersonaJobFilter\n    $dismissed: PersonaJobFilter\n  ) {\n    new: personaJobs(personaId: $personaId, filter: $new, first: 1) {\n      totalCount\n    }\n    favourites: personaJobs(personaId: $personaId, filter: $favourites, first: 1) {\n      totalCount\n    }\n    applied: personaJobs(personaId: $personaId, filter: $applied, first: 1) {\n      totalCount\n    }\n    dismissed: personaJobs(personaId: $personaId, filter: $dismissed, first: 1) {\n      totalCount\n    }\n  }\n": types.ColumnTotalsDocument,
    "\n  subscription MatchesChanged($personaId: ID!) {\n    personaJobsChanged(personaId: $personaId) {\n      ...MatchCard\n    }\n  }\n": types.MatchesChangedDocument,
    "\n  query MatchPage($personaId: ID!, $filter: PersonaJobFilter, $sort: PersonaJobSort!, $first: Int!, $after: String) {\n    personaJobs(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...MatchCard\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.MatchPageDocument,
    "\n  fragment PersonaAbout on Persona {\n    id\n    fullName\n    email\n    phone\n    homeCity\n    homeState\n    homeCountry\n    linkedinUrl\n    portfolioUrl\n    professionalSummary\n    yearsExperience\n    currentRole\n    currentCompany\n  }\n": types.PersonaAboutFragmentDoc,
    "\n  fragment AchievementStories on Persona {\n    id\n    achievementStories {\n      id\n      ...AchievementStoryFields\n    }\n    skills {\n      id\n      skillName\n    }\n    workHistories {\n      id\n      jobTitle\n      companyName\n    }\n  }\n": types.AchievementStoriesFragmentDoc,
    "\n  fragment AchievementStoryFields on AchievementStory {\n    id\n    title\n    context\n    action\n    outcome\n    skillsDemonstrated\n    relatedWorkHistoryId\n  }\n": types.AchievementStoryFieldsFragmentDoc,
    "\n  mutation AddAchievementStory($parentId: ID!, $input: AchievementStoryInput!) {\n    added: addAchievementStory(personaId: $parentId, input: $input) {\n      id\n      ...AchievementStoryFields\n    }\n  }\n": types.AddAchievementStoryDocument,
    "\n  mutation UpdateAchievementStory($id: ID!, $input: UpdateAchievementStoryInput!) {\n    updateAchievementStory(id: $id, input: $input) {\n      ...AchievementStoryFields\n    }\n  }\n": types.UpdateAchievementStoryDocument,
    "\n  mutation RemoveAchievementStory($id: ID!) {\n    removeAchievementStory(id: $id)\n  }\n": types.RemoveAchievementStoryDocument,
    "\n  mutation ReorderAchievementStories($parentId: ID!, $ids: [ID!]!) {\n    reorderAchievementStories(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n": types.ReorderAchievementStoriesDocument,
    "\n  fragment Bullets on WorkHistory {\n    id\n    jobTitle\n    bullets {\n      id\n      ...BulletFields\n    }\n  }\n": types.BulletsFragmentDoc,
    "\n  fragment BulletSkills on Persona {\n    id\n    skills {\n      id\n      skillName\n    }\n  }\n": types.BulletSkillsFragmentDoc,
    "\n  fragment BulletFields on Bullet {\n    id\n    text\n    metrics\n    skillsDemonstrated\n  }\n": types.BulletFieldsFragmentDoc,
    "\n  mutation AddBullet($parentId: ID!, $input: BulletInput!) {\n    added: addBullet(workHistoryId: $parentId, input: $input) {\n      id\n      ...BulletFields\n    }\n  }\n": types.AddBulletDocument,
    "\n  mutation UpdateBullet($id: ID!, $input: UpdateBulletInput!) {\n    updateBullet(id: $id, input: $input) {\n      ...BulletFields\n    }\n  }\n": types.UpdateBulletDocument,
    "\n  mutation RemoveBullet($id: ID!) {\n    removeBullet(id: $id)\n  }\n": types.RemoveBulletDocument,
    "\n  mutation ReorderBullets($parentId: ID!, $ids: [ID!]!) {\n    reorderBullets(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n": types.ReorderBulletsDocument,
    "\n  fragment Certifications on Persona {\n    id\n    certifications {\n      id\n      ...CertificationFields\n    }\n  }\n": types.CertificationsFragmentDoc,
    "\n  fragment CertificationFields on Certification {\n    id\n    certificationName\n    issuingOrganization\n    dateObtained\n    expirationDate\n    credentialId\n    verificationUrl\n  }\n": types.CertificationFieldsFragmentDoc,
    "\n  mutation AddCertification($parentId: ID!, $input: CertificationInput!) {\n    added: addCertification(personaId: $parentId, input: $input) {\n      id\n      ...CertificationFields\n    }\n  }\n": types.AddCertificationDocument,
    "\n  mutation UpdateCertification($id: ID!, $input: UpdateCertificationInput!) {\n    updateCertification(id: $id, input: $input) {\n      ...CertificationFields\n    }\n  }\n": types.UpdateCertificationDocument,
    "\n  mutation RemoveCertification($id: ID!) {\n    removeCertification(id: $id)\n  }\n": types.RemoveCertificationDocument,
    "\n  mutation ReorderCertifications($parentId: ID!, $ids: [ID!]!) {\n    reorderCertifications(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n": types.ReorderCertificationsDocument,
    "\n  mutation CreatePersona($input: CreatePersonaInput!) {\n    createPersona(input: $input) {\n      ...PersonaLabel\n    }\n  }\n": types.CreatePersonaDocument,
    "\n  mutation DeletePersona($id: ID!) {\n    deletePersona(id: $id)\n  }\n": types.DeletePersonaDocument,
    "\n  query Background($id: ID!) {\n    persona(id: $id) {\n      id\n      ...WorkHistories\n      ...Educations\n      ...Certifications\n      ...AchievementStories\n    }\n  }\n": types.BackgroundDocument,
    "\n  query Rules($id: ID!) {\n    persona(id: $id) {\n      id\n      ...OwnRules\n    }\n  }\n": types.RulesDocument,
    "\n  query VoicePage($id: ID!) {\n    persona(id: $id) {\n      id\n      ...Voice\n    }\n  }\n": types.VoicePageDocument,
    "\n  query EditedPersona($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaAbout\n      ...PersonaWishes\n      ...PersonaGrowth\n      ...PersonaSkills\n    }\n  }\n": types.EditedPersonaDocument,
    "\n  fragment Educations on Persona {\n    id\n    educations {\n      id\n      ...EducationFields\n    }\n  }\n": types.EducationsFragmentDoc,
    "\n  fragment EducationFields on Education {\n    id\n    institution\n    degree\n    fieldOfStudy\n    graduationYear\n    gpa\n    honors\n  }\n": types.EducationFieldsFragmentDoc,
    "\n  mutation AddEducation($parentId: ID!, $input: EducationInput!) {\n    added: addEducation(personaId: $parentId, input: $input) {\n      id\n      ...EducationFields\n    }\n  }\n": types.AddEducationDocument,
    "\n  mutation UpdateEducation($id: ID!, $input: UpdateEducationInput!) {\n    updateEducation(id: $id, input: $input) {\n      ...EducationFields\n    }\n  }\n": types.UpdateEducationDocument,
    "\n  mutation RemoveEducation($id: ID!) {\n    removeEducation(id: $id)\n  }\n": types.RemoveEducationDocument,
    "\n  mutation ReorderEducations($parentId: ID!, $ids: [ID!]!) {\n    reorderEducations(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n": types.ReorderEducationsDocument,
    "\n  fragment PersonaGrowth on Persona {\n    id\n    targetRoles\n    targetSkills\n    stretchAppetite\n  }\n": types.PersonaGrowthFragmentDoc,
    "\n  mutation ImportResume($personaId: ID!, $document: JSON!) {\n    importJsonResume(personaId: $personaId, document: $document) {\n      ...PersonaLabel\n    }\n  }\n": types.ImportResumeDocument,
    "\n  query MatchCount($personaId: ID!, $changes: UpdatePersonaInput!) {\n    matchCount(personaId: $personaId, changes: $changes)\n  }\n": types.MatchCountDocument,
    "\n  fragment OwnRules on Persona {\n    id\n    customNonNegotiables {\n      id\n      ...OwnRuleFields\n    }\n  }\n": types.OwnRulesFragmentDoc,
    "\n  fragment OwnRuleFields on CustomNonNegotiable {\n    id\n    filterName\n    filterType\n    filterValue\n    filterField\n  }\n": types.OwnRuleFieldsFragmentDoc,
    "\n  mutation AddOwnRule($parentId: ID!, $input: CustomNonNegotiableInput!) {\n    added: addCustomNonNegotiable(personaId: $parentId, input: $input) {\n      id\n      ...OwnRuleFields\n    }\n  }\n": types.AddOwnRuleDocument,
    "\n  mutation UpdateOwnRule($id: ID!, $input: UpdateCustomNonNegotiableInput!) {\n    updateCustomNonNegotiable(id: $id, input: $input) {\n      ...OwnRuleFields\n    }\n  }\n": types.UpdateOwnRuleDocument,
    "\n  mutation RemoveOwnRule($id: ID!) {\n    removeCustomNonNegotiable(id: $id)\n  }\n": types.RemoveOwnRuleDocument,
    "\n  mutation ReorderOwnRules($parentId: ID!, $ids: [ID!]!) {\n    reorderCustomNonNegotiables(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n": types.ReorderOwnRulesDocument,
    "\n  query ExportResume($personaId: ID!) {\n    persona(id: $personaId) {\n      id\n      fullName\n    }\n    exportJsonResume(personaId: $personaId)\n  }\n": types.ExportResumeDocument,
    "\n  fragment PersonaSetUp on Persona {\n    id\n    onboardingComplete\n    onboardingStep\n    completeness {\n      percent\n      missing\n    }\n    updatedAt\n  }\n": types.PersonaSetUpFragmentDoc,
    "\n  fragment PersonaSkills on Persona {\n    id\n    skills {\n      ...SkillFields\n    }\n  }\n": types.PersonaSkillsFragmentDoc,
    "\n  fragment SkillFields on Skill {\n    id\n    skillName\n    proficiency\n    yearsUsed\n  }\n": types.SkillFieldsFragmentDoc,
    "\n  mutation AddSkill($personaId: ID!, $input: SkillInput!) {\n    addSkill(personaId: $personaId, input: $input) {\n      ...SkillFields\n    }\n  }\n": types.AddSkillDocument,
    "\n  mutation UpdateSkill($id: ID!, $input: UpdateSkillInput!) {\n    updateSkill(id: $id, input: $input) {\n      ...SkillFields\n    }\n  }\n": types.UpdateSkillDocument,
    "\n  mutation RemoveSkill($id: ID!) {\n    removeSkill(id: $id)\n  }\n": types.RemoveSkillDocument,
    "\n  fragment PersonaLabel on Persona {\n    id\n    fullName\n    currentRole\n  }\n": types.PersonaLabelFragmentDoc,
    "\n  query Personas {\n    personas {\n      ...PersonaLabel\n    }\n  }\n": types.PersonasDocument,
    "\n  mutation UpdateSearchProfile($personaId: ID!, $input: UpdateSearchProfileInput!) {\n    updateSearchProfile(personaId: $personaId, input: $input) {\n      ...SearchProfileFields\n    }\n  }\n": types.UpdateSearchProfileDocument,
    "\n  fragment PersonaSearches on Persona {\n    id\n    searchProfile {\n      ...SearchProfileFields\n    }\n  }\n": types.PersonaSearchesFragmentDoc,
    "\n  fragment SearchProfileFields on SearchProfile {\n    id\n    fitSearches {\n      label\n      keywords\n      titles\n      remoteokTags\n      location\n    }\n    stretchSearches {\n      label\n      keywords\n      titles\n      remoteokTags\n      location\n    }\n    isStale\n    generatedAt\n    approvedAt\n    wordingState\n  }\n": types.SearchProfileFieldsFragmentDoc,
    "\n  query SearchesPage($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaSearches\n    }\n  }\n": types.SearchesPageDocument,
    "\n  mutation GenerateSearchProfile($personaId: ID!) {\n    generateSearchProfile(personaId: $personaId) {\n      ...SearchProfileFields\n    }\n  }\n": types.GenerateSearchProfileDocument,
    "\n  mutation ApproveSearchProfile($personaId: ID!) {\n    approveSearchProfile(personaId: $personaId) {\n      ...SearchProfileFields\n    }\n  }\n": types.ApproveSearchProfileDocument,
    "\n  mutation RequestSearchWording($personaId: ID!) {\n    requestSearchWording(personaId: $personaId) {\n      ...SearchProfileFields\n    }\n  }\n": types.RequestSearchWordingDocument,
    "\n  query SetUpStanding($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaSetUp\n    }\n  }\n": types.SetUpStandingDocument,
    "\n  query SetUpPersona($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaSetUp\n      ...PersonaAbout\n      ...PersonaWishes\n      ...PersonaGrowth\n      ...PersonaSkills\n      ...WorkHistories\n      ...Educations\n      ...Certifications\n      ...AchievementStories\n      ...OwnRules\n      ...PersonaSearches\n      ...Voice\n    }\n  }\n": types.SetUpPersonaDocument,
    "\n  query SkillSuggestions($prefix: String!) {\n    skillSuggestions(prefix: $prefix, first: 8)\n  }\n": types.SkillSuggestionsDocument,
    "\n  mutation BeginWithResume($personaId: ID!, $document: JSON!) {\n    importJsonResume(personaId: $personaId, document: $document) {\n      ...PersonaLabel\n    }\n    generateSearchProfile(personaId: $personaId) {\n      id\n    }\n  }\n": types.BeginWithResumeDocument,
    "\n  mutation UpdatePersona($id: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(id: $id, input: $input) {\n      ...PersonaLabel\n      ...PersonaAbout\n      ...PersonaWishes\n      ...PersonaGrowth\n      ...PersonaSetUp\n    }\n  }\n": types.UpdatePersonaDocument,
    "\n  fragment Voice on Persona {\n    id\n    voiceProfile {\n      ...VoiceFields\n    }\n  }\n": types.VoiceFragmentDoc,
    "\n  fragment VoiceFields on VoiceProfile {\n    id\n    tone\n    sentenceStyle\n    vocabularyLevel\n    personalityMarkers\n    samplePhrases\n    thingsToAvoid\n    writingSampleText\n  }\n": types.VoiceFieldsFragmentDoc,
    "\n  mutation UpdateVoice($personaId: ID!, $input: UpdateVoiceProfileInput!) {\n    updateVoiceProfile(personaId: $personaId, input: $input) {\n      ...VoiceFields\n    }\n  }\n": types.UpdateVoiceDocument,
    "\n  fragment PersonaWishes on Persona {\n    id\n    remotePreference\n    minimumBaseSalary\n    salaryCurrency\n    commutableCities\n    relocationOpen\n    relocationCities\n    visaSponsorshipRequired\n    industryExclusions\n    companySizePreference\n    maxTravelPercent\n    minimumFitThreshold\n  }\n": types.PersonaWishesFragmentDoc,
    "\n  fragment WorkHistories on Persona {\n    id\n    workHistories {\n      id\n      ...WorkHistoryFields\n    }\n    ...BulletSkills\n  }\n": types.WorkHistoriesFragmentDoc,
    "\n  fragment WorkHistoryFields on WorkHistory {\n    id\n    companyName\n    companyIndustry\n    jobTitle\n    startDate\n    endDate\n    location\n    workModel\n    description\n    ...Bullets\n  }\n": types.WorkHistoryFieldsFragmentDoc,
    "\n  mutation AddWorkHistory($parentId: ID!, $input: WorkHistoryInput!) {\n    added: addWorkHistory(personaId: $parentId, input: $input) {\n      id\n      ...WorkHistoryFields\n    }\n  }\n": types.AddWorkHistoryDocument,
    "\n  mutation UpdateWorkHistory($id: ID!, $input: UpdateWorkHistoryInput!) {\n    updateWorkHistory(id: $id, input: $input) {\n      ...WorkHistoryFields\n    }\n  }\n": types.UpdateWorkHistoryDocument,
    "\n  mutation RemoveWorkHistory($id: ID!) {\n    removeWorkHistory(id: $id)\n  }\n": types.RemoveWorkHistoryDocument,
    "\n  mutation ReorderWorkHistories($parentId: ID!, $ids: [ID!]!) {\n    reorderWorkHistories(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n": types.ReorderWorkHistoriesDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      accessTokenExpiresAt\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation RequestReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n": types.RequestResetDocument,
    "\n  mutation SignInByLink($token: String!, $elsewhere: Boolean!) {\n    redeemMagicLink(token: $token, elsewhere: $elsewhere) {\n      ... on AuthSession {\n        user {\n          id\n        }\n      }\n      ... on MfaChallenge {\n        ...ChallengeFields\n      }\n    }\n  }\n": types.SignInByLinkDocument,
    "\n  mutation RequestMagicLink($email: String!) {\n    requestMagicLink(email: $email)\n  }\n": types.RequestMagicLinkDocument,
    "\n  mutation ConfirmEmailChange($token: String!) {\n    confirmEmailChange(token: $token) {\n      id\n      email\n    }\n  }\n": types.ConfirmEmailChangeDocument,
    "\n  mutation CancelEmailChange($token: String!) {\n    cancelEmailChange(token: $token)\n  }\n": types.CancelEmailChangeDocument,
    "\n  mutation RevertEmailChange($token: String!) {\n    revertEmailChange(token: $token)\n  }\n": types.RevertEmailChangeDocument,
    "\n  mutation EndSessions($token: String!) {\n    endSessionsByToken(token: $token)\n  }\n": types.EndSessionsDocument,
    "\n  mutation SignInByPasskey($response: JSON!) {\n    loginWithPasskey(response: $response) {\n      user {\n        id\n      }\n    }\n  }\n": types.SignInByPasskeyDocument,
    "\n  mutation StartProviderLink($provider: String!, $purpose: ProviderLinkPurpose!) {\n    startProviderLink(provider: $provider, purpose: $purpose) {\n      url\n    }\n  }\n": types.StartProviderLinkDocument,
    "\n  query LinkedProviders {\n    oauthProviders {\n      id\n      label\n    }\n    mySignInMethods {\n      id\n      kind\n      label\n    }\n  }\n": types.LinkedProvidersDocument,
    "\n  query OauthProviders {\n    oauthProviders {\n      id\n      label\n      startUrl\n    }\n  }\n": types.OauthProvidersDocument,
    "\n  mutation RequestVerification($email: String!) {\n    requestEmailVerification(email: $email)\n  }\n": types.RequestVerificationDocument,
    "\n  mutation ResetPassword($token: String!, $newPassword: String!) {\n    resetPassword(token: $token, newPassword: $newPassword)\n  }\n": types.ResetPasswordDocument,
    "\n  fragment ChallengeFields on MfaChallenge {\n    challenge\n    methods\n  }\n": types.ChallengeFieldsFragmentDoc,
    "\n  mutation CompleteSignIn($input: CompleteMfaInput!) {\n    completeMfa(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n": types.CompleteSignInDocument,
    "\n  mutation SignIn($input: LoginInput!) {\n    login(input: $input) {\n      ... on AuthSession {\n        user {\n          id\n        }\n      }\n      ... on MfaChallenge {\n        ...ChallengeFields\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignUp($input: RegisterInput!) {\n    register(input: $input) {\n      verificationRequired\n    }\n  }\n": types.SignUpDocument,
    "\n  mutation PasskeySignUpOptions($email: String!) {\n    passkeySignUpOptions(email: $email)\n  }\n": types.PasskeySignUpOptionsDocument,
    "\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      accessTokenExpiresAt\n    }\n  }\n": types.StepUpDocument,
    "\n  mutation PasskeyStepUpOptions {\n    passkeyStepUpOptions\n  }\n": types.PasskeyStepUpOptionsDocument,
    "\n  mutation PasskeyLoginOptions($email: String) {\n    passkeyLoginOptions(email: $email)\n  }\n": types.PasskeyLoginOptionsDocument,
    "\n  mutation SignOut {\n    logout\n  }\n": types.SignOutDocument,
    "\n  mutation VerifyEmail($token: String!) {\n    verifyEmail(token: $token) {\n      id\n      email\n      hasPassword\n    }\n  }\n": types.VerifyEmailDocument,
    "\n  fragment ViewerFields on User {\n    id\n    email\n    emailVerified\n    name\n    imageUrl\n    roles\n    hasPassword\n    mustChangePassword\n  }\n": types.ViewerFieldsFragmentDoc,
    "\n  query Me {\n    me {\n      ...ViewerFields\n    }\n  }\n": types.MeDocument,
    "\n  mutation RefreshSources($personaId: ID!) {\n    refreshSources(personaId: $personaId) {\n      id\n      state\n    }\n  }\n": types.RefreshSourcesDocument,
    "\n  query SourcesPage($id: ID!) {\n    persona(id: $id) {\n      id\n      pollingFrequency\n      sourcePreferences {\n        ...SourcePreferenceFields\n      }\n    }\n  }\n": types.SourcesPageDocument,
    "\n  mutation SetPollingFrequency($personaId: ID!, $pollingFrequency: PollingFrequency!) {\n    updatePersona(id: $personaId, input: { pollingFrequency: $pollingFrequency }) {\n      id\n      pollingFrequency\n    }\n  }\n": types.SetPollingFrequencyDocument,
    "\n  query SourceKeys {\n    sourceKeys {\n      id\n      createdAt\n      source {\n        id\n      }\n    }\n  }\n": types.SourceKeysDocument,
    "\n  mutation SetSourceKey($sourceId: ID!, $key: String) {\n    setSourceKey(sourceId: $sourceId, key: $key) {\n      id\n    }\n  }\n": types.SetSourceKeyDocument,
    "\n  fragment SourcePreferenceFields on SourcePreference {\n    id\n    enabled\n    source {\n      id\n      label\n      needsKey\n      keyForm\n      isOnByDefault\n      offBecause\n      attribution\n    }\n  }\n": types.SourcePreferenceFieldsFragmentDoc,
    "\n  mutation SetSourcePreference($personaId: ID!, $sourceId: ID!, $enabled: Boolean!) {\n    setSourcePreference(personaId: $personaId, sourceId: $sourceId, enabled: $enabled) {\n      id\n      enabled\n    }\n  }\n": types.SetSourcePreferenceDocument,
    "\n  fragment SourceRunFields on SourceRun {\n    id\n    source {\n      id\n      label\n    }\n    state\n    found\n    newMatches\n    notInspected\n    failure\n    askedAt\n    finishedAt\n  }\n": types.SourceRunFieldsFragmentDoc,
    "\n  query SourceRuns($personaId: ID!, $after: String) {\n    sourceRuns(personaId: $personaId, first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          ...SourceRunFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.SourceRunsDocument,
    "\n  query SourceRunsUnderWay($personaId: ID!) {\n    sourceRuns(personaId: $personaId, first: 50) {\n      edges {\n        cursor\n        node {\n          ...SourceRunFields\n        }\n      }\n    }\n  }\n": types.SourceRunsUnderWayDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccessTokens {\n    accessTokens {\n      id\n      label\n      scopes\n      expiresAt\n      lastUsedAt\n    }\n  }\n"): (typeof documents)["\n  query AccessTokens {\n    accessTokens {\n      id\n      label\n      scopes\n      expiresAt\n      lastUsedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeAccessToken($id: ID!) {\n    revokeAccessToken(id: $id)\n  }\n"): (typeof documents)["\n  mutation RevokeAccessToken($id: ID!) {\n    revokeAccessToken(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyAuditEvents($after: String) {\n    myAuditEvents(first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          event\n          ip\n          userAgent\n          outcome\n          detail\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query MyAuditEvents($after: String) {\n    myAuditEvents(first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          event\n          ip\n          userAgent\n          outcome\n          detail\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PasskeyRegistrationOptions {\n    passkeyRegistrationOptions\n  }\n"): (typeof documents)["\n  mutation PasskeyRegistrationOptions {\n    passkeyRegistrationOptions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterPasskey($response: JSON!, $label: String) {\n    registerPasskey(response: $response, label: $label) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation RegisterPasskey($response: JSON!, $label: String) {\n    registerPasskey(response: $response, label: $label) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmTotpEnrollment($code: String!) {\n    confirmTotpEnrollment(code: $code) {\n      codes\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmTotpEnrollment($code: String!) {\n    confirmTotpEnrollment(code: $code) {\n      codes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DisableTotp {\n    disableTotp\n  }\n"): (typeof documents)["\n  mutation DisableTotp {\n    disableTotp\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartTotpEnrollment {\n    startTotpEnrollment {\n      secret\n      otpauthUrl\n    }\n  }\n"): (typeof documents)["\n  mutation StartTotpEnrollment {\n    startTotpEnrollment {\n      secret\n      otpauthUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegenerateBackupCodes {\n    regenerateBackupCodes {\n      codes\n    }\n  }\n"): (typeof documents)["\n  mutation RegenerateBackupCodes {\n    regenerateBackupCodes {\n      codes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAccessToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      id\n      token\n    }\n  }\n"): (typeof documents)["\n  mutation CreateAccessToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      id\n      token\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteAccount($confirmEmail: String!) {\n    deleteAccount(confirmEmail: $confirmEmail)\n  }\n"): (typeof documents)["\n  mutation DeleteAccount($confirmEmail: String!) {\n    deleteAccount(confirmEmail: $confirmEmail)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MySessions {\n    mySessions {\n      id\n      createdAt\n      lastSeenAt\n      ip\n      userAgent\n      current\n    }\n  }\n"): (typeof documents)["\n  query MySessions {\n    mySessions {\n      id\n      createdAt\n      lastSeenAt\n      ip\n      userAgent\n      current\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id)\n  }\n"): (typeof documents)["\n  mutation RevokeSession($id: ID!) {\n    revokeSession(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOutEverywhere($includeCurrent: Boolean!) {\n    logoutEverywhere(includeCurrent: $includeCurrent)\n  }\n"): (typeof documents)["\n  mutation SignOutEverywhere($includeCurrent: Boolean!) {\n    logoutEverywhere(includeCurrent: $includeCurrent)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestEmailChange($newEmail: String!) {\n    requestEmailChange(newEmail: $newEmail)\n  }\n"): (typeof documents)["\n  mutation RequestEmailChange($newEmail: String!) {\n    requestEmailChange(newEmail: $newEmail)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MySignInMethods {\n    mySignInMethods {\n      id\n      kind\n      label\n      addedAt\n      lastUsedAt\n    }\n    me {\n      id\n      backupCodesLeft\n    }\n  }\n"): (typeof documents)["\n  query MySignInMethods {\n    mySignInMethods {\n      id\n      kind\n      label\n      addedAt\n      lastUsedAt\n    }\n    me {\n      id\n      backupCodesLeft\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      ...ViewerFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      ...ViewerFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePasskey($id: ID!) {\n    removePasskey(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemovePasskey($id: ID!) {\n    removePasskey(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnlinkProvider($id: ID!) {\n    unlinkProvider(id: $id)\n  }\n"): (typeof documents)["\n  mutation UnlinkProvider($id: ID!) {\n    unlinkProvider(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUserRole($userId: ID!, $role: Role!) {\n    setUserRole(userId: $userId, role: $role) {\n      id\n      roles\n    }\n  }\n"): (typeof documents)["\n  mutation SetUserRole($userId: ID!, $role: Role!) {\n    setUserRole(userId: $userId, role: $role) {\n      id\n      roles\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUserDisabled($id: ID!, $disabled: Boolean!) {\n    setUserDisabled(id: $id, disabled: $disabled) {\n      id\n      disabledAt\n    }\n  }\n"): (typeof documents)["\n  mutation SetUserDisabled($id: ID!, $disabled: Boolean!) {\n    setUserDisabled(id: $id, disabled: $disabled) {\n      id\n      disabledAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AdminRevokeSessions($userId: ID!) {\n    adminRevokeSessions(userId: $userId)\n  }\n"): (typeof documents)["\n  mutation AdminRevokeSessions($userId: ID!) {\n    adminRevokeSessions(userId: $userId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountAddress on AdminUser {\n    id\n    email\n  }\n"): (typeof documents)["\n  fragment AccountAddress on AdminUser {\n    id\n    email\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AdminUserFields on AdminUser {\n    id\n    email\n    emailVerified\n    name\n    roles\n    disabledAt\n    createdAt\n  }\n"): (typeof documents)["\n  fragment AdminUserFields on AdminUser {\n    id\n    email\n    emailVerified\n    name\n    roles\n    disabledAt\n    createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminUsers($search: String!, $after: String) {\n    adminUsers(search: $search, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...AdminUserFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query AdminUsers($search: String!, $after: String) {\n    adminUsers(search: $search, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...AdminUserFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminAuditEvents($userId: ID, $after: String) {\n    adminAuditEvents(userId: $userId, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          event\n          outcome\n          userId\n          actorId\n          ip\n          userAgent\n          detail\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query AdminAuditEvents($userId: ID, $after: String) {\n    adminAuditEvents(userId: $userId, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          at\n          event\n          outcome\n          userId\n          actorId\n          ip\n          userAgent\n          detail\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteUser($email: String!) {\n    inviteUser(email: $email)\n  }\n"): (typeof documents)["\n  mutation InviteUser($email: String!) {\n    inviteUser(email: $email)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AdminQuarantine($rejected: Boolean!, $after: String) {\n    adminQuarantine(rejected: $rejected, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          reviewSince\n          rejectedAt\n          ...WaitingPostingFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query AdminQuarantine($rejected: Boolean!, $after: String) {\n    adminQuarantine(rejected: $rejected, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          reviewSince\n          rejectedAt\n          ...WaitingPostingFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WaitingPostingFields on QuarantinedPosting {\n    id\n    title\n    companyName\n    location\n    descriptionText\n    sourceUrl\n    applyUrl\n    isQuarantined\n    quarantineExpiresAt\n    reviewSince\n    rejectedAt\n    reports {\n      reason\n      createdAt\n    }\n    findings {\n      field\n      text\n    }\n  }\n"): (typeof documents)["\n  fragment WaitingPostingFields on QuarantinedPosting {\n    id\n    title\n    companyName\n    location\n    descriptionText\n    sourceUrl\n    applyUrl\n    isQuarantined\n    quarantineExpiresAt\n    reviewSince\n    rejectedAt\n    reports {\n      reason\n      createdAt\n    }\n    findings {\n      field\n      text\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApprovePosting($id: ID!) {\n    approvePosting(id: $id) {\n      id\n      isQuarantined\n      reviewSince\n      rejectedAt\n    }\n  }\n"): (typeof documents)["\n  mutation ApprovePosting($id: ID!) {\n    approvePosting(id: $id) {\n      id\n      isQuarantined\n      reviewSince\n      rejectedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RejectPosting($id: ID!) {\n    rejectPosting(id: $id) {\n      id\n      isQuarantined\n      reviewSince\n      rejectedAt\n    }\n  }\n"): (typeof documents)["\n  mutation RejectPosting($id: ID!) {\n    rejectPosting(id: $id) {\n      id\n      isQuarantined\n      reviewSince\n      rejectedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SplitPosting($id: ID!) {\n    splitPosting(id: $id)\n  }\n"): (typeof documents)["\n  mutation SplitPosting($id: ID!) {\n    splitPosting(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewSession {\n    refreshSession {\n      accessTokenExpiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation RenewSession {\n    refreshSession {\n      accessTokenExpiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BoardPage on ApplicationConnection {\n    edges {\n      cursor\n      node {\n        id\n        ...ApplicationCard\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n"): (typeof documents)["\n  fragment BoardPage on ApplicationConnection {\n    edges {\n      cursor\n      node {\n        id\n        ...ApplicationCard\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicationBoard($personaId: ID!, $first: Int!) {\n    applied: applications(\n      personaId: $personaId\n      filter: { statuses: [APPLIED], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    interviewing: applications(\n      personaId: $personaId\n      filter: { statuses: [INTERVIEWING], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    offer: applications(\n      personaId: $personaId\n      filter: { statuses: [OFFER], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    accepted: applications(\n      personaId: $personaId\n      filter: { statuses: [ACCEPTED], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    rejected: applications(\n      personaId: $personaId\n      filter: { statuses: [REJECTED], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    withdrawn: applications(\n      personaId: $personaId\n      filter: { statuses: [WITHDRAWN], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n  }\n"): (typeof documents)["\n  query ApplicationBoard($personaId: ID!, $first: Int!) {\n    applied: applications(\n      personaId: $personaId\n      filter: { statuses: [APPLIED], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    interviewing: applications(\n      personaId: $personaId\n      filter: { statuses: [INTERVIEWING], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    offer: applications(\n      personaId: $personaId\n      filter: { statuses: [OFFER], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    accepted: applications(\n      personaId: $personaId\n      filter: { statuses: [ACCEPTED], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    rejected: applications(\n      personaId: $personaId\n      filter: { statuses: [REJECTED], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n    withdrawn: applications(\n      personaId: $personaId\n      filter: { statuses: [WITHDRAWN], archived: false }\n      sort: STATUS_UPDATED_DESC\n      first: $first\n    ) {\n      ...BoardPage\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ApplicationCard on Application {\n    id\n    status\n    version\n    appliedAt\n    statusUpdatedAt\n    currentInterviewStage\n    offerDetails {\n      responseDeadline\n    }\n    snapshot {\n      title\n      companyName\n      location\n      salaryCurrency\n    }\n  }\n"): (typeof documents)["\n  fragment ApplicationCard on Application {\n    id\n    status\n    version\n    appliedAt\n    statusUpdatedAt\n    currentInterviewStage\n    offerDetails {\n      responseDeadline\n    }\n    snapshot {\n      title\n      companyName\n      location\n      salaryCurrency\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Application($id: ID!) {\n    application(id: $id) {\n      id\n      notes\n      appliedAt\n      personaJob {\n        id\n      }\n      snapshot {\n        title\n        companyName\n        companyUrl\n        location\n        workModel\n        description\n        salaryMin\n        salaryMax\n        salaryCurrency\n        sourceUrl\n        capturedAt\n      }\n      ...ApplicationStanding\n    }\n  }\n"): (typeof documents)["\n  query Application($id: ID!) {\n    application(id: $id) {\n      id\n      notes\n      appliedAt\n      personaJob {\n        id\n      }\n      snapshot {\n        title\n        companyName\n        companyUrl\n        location\n        workModel\n        description\n        salaryMin\n        salaryMax\n        salaryCurrency\n        sourceUrl\n        capturedAt\n      }\n      ...ApplicationStanding\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicationNumbers($personaId: ID!) {\n    applicationStats(personaId: $personaId) {\n      funnel {\n        status\n        count\n      }\n      timeInStatus {\n        status\n        count\n        ongoing\n        lowerQuartileDays\n        medianDays\n        upperQuartileDays\n      }\n    }\n  }\n"): (typeof documents)["\n  query ApplicationNumbers($personaId: ID!) {\n    applicationStats(personaId: $personaId) {\n      funnel {\n        status\n        count\n      }\n      timeInStatus {\n        status\n        count\n        ongoing\n        lowerQuartileDays\n        medianDays\n        upperQuartileDays\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ApplicationPage(\n    $personaId: ID!\n    $filter: ApplicationFilter\n    $sort: ApplicationSort!\n    $first: Int!\n    $after: String\n  ) {\n    applications(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...ApplicationCard\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query ApplicationPage(\n    $personaId: ID!\n    $filter: ApplicationFilter\n    $sort: ApplicationSort!\n    $first: Int!\n    $after: String\n  ) {\n    applications(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          ...ApplicationCard\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ApplicationStanding on Application {\n    id\n    status\n    statusUpdatedAt\n    currentInterviewStage\n    version\n    offerDetails {\n      baseSalary\n      salaryCurrency\n      bonusPercent\n      equityValue\n      equityType\n      equityVestingYears\n      startDate\n      responseDeadline\n      otherBenefits\n      notes\n    }\n    rejectionDetails {\n      stage\n      reason\n      feedback\n      rejectedAt\n    }\n    timeline {\n      id\n      eventType\n      eventDate\n      description\n      interviewStage\n    }\n  }\n"): (typeof documents)["\n  fragment ApplicationStanding on Application {\n    id\n    status\n    statusUpdatedAt\n    currentInterviewStage\n    version\n    offerDetails {\n      baseSalary\n      salaryCurrency\n      bonusPercent\n      equityValue\n      equityType\n      equityVestingYears\n      startDate\n      responseDeadline\n      otherBenefits\n      notes\n    }\n    rejectionDetails {\n      stage\n      reason\n      feedback\n      rejectedAt\n    }\n    timeline {\n      id\n      eventType\n      eventDate\n      description\n      interviewStage\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveApplication($id: ID!, $input: ChangeApplicationStatusInput!) {\n    changeApplicationStatus(id: $id, input: $input) {\n      id\n      ...ApplicationStanding\n    }\n  }\n"): (typeof documents)["\n  mutation MoveApplication($id: ID!, $input: ChangeApplicationStatusInput!) {\n    changeApplicationStatus(id: $id, input: $input) {\n      id\n      ...ApplicationStanding\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LatestStanding($id: ID!) {\n    application(id: $id) {\n      id\n      ...ApplicationStanding\n    }\n  }\n"): (typeof documents)["\n  query LatestStanding($id: ID!) {\n    application(id: $id) {\n      id\n      ...ApplicationStanding\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HandInByToken($personaId: ID!, $input: IngestJobInput!) {\n    ingestJob(personaId: $personaId, input: $input) {\n      id\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation HandInByToken($personaId: ID!, $input: IngestJobInput!) {\n    ingestJob(personaId: $personaId, input: $input) {\n      id\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HandIn($personaId: ID!, $input: IngestJobInput!) {\n    ingestJob(personaId: $personaId, input: $input) {\n      ...IngestFields\n    }\n  }\n"): (typeof documents)["\n  mutation HandIn($personaId: ID!, $input: IngestJobInput!) {\n    ingestJob(personaId: $personaId, input: $input) {\n      ...IngestFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KeepIngest($id: ID!, $changes: PostingChangesInput) {\n    confirmIngest(id: $id, changes: $changes) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation KeepIngest($id: ID!, $changes: PostingChangesInput) {\n    confirmIngest(id: $id, changes: $changes) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IngestFields on JobIngest {\n    id\n    state\n    failure\n    expiresAt\n    personaJob {\n      id\n    }\n    preview {\n      title\n      companyName\n      location\n      workModel\n      seniorityLevel\n      employmentType\n      salaryMin\n      salaryMax\n      salaryCurrency\n      descriptionText\n      skills {\n        name\n        kind\n        required\n        years\n      }\n      applicationDeadline\n      applyUrl\n      isIncomplete\n    }\n  }\n"): (typeof documents)["\n  fragment IngestFields on JobIngest {\n    id\n    state\n    failure\n    expiresAt\n    personaJob {\n      id\n    }\n    preview {\n      title\n      companyName\n      location\n      workModel\n      seniorityLevel\n      employmentType\n      salaryMin\n      salaryMax\n      salaryCurrency\n      descriptionText\n      skills {\n        name\n        kind\n        required\n        years\n      }\n      applicationDeadline\n      applyUrl\n      isIncomplete\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Ingest($id: ID!) {\n    jobIngest(id: $id) {\n      ...IngestFields\n    }\n  }\n"): (typeof documents)["\n  query Ingest($id: ID!) {\n    jobIngest(id: $id) {\n      ...IngestFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription IngestProgress($id: ID!) {\n    ingestProgress(id: $id) {\n      ...IngestFields\n    }\n  }\n"): (typeof documents)["\n  subscription IngestProgress($id: ID!) {\n    ingestProgress(id: $id) {\n      ...IngestFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GhostFields on JobPosting {\n    ghostScore\n    ghostSignals {\n      band\n      daysOpen\n      repostCount\n      vaguenessScore\n      missingFields\n      requirementMismatch\n    }\n  }\n"): (typeof documents)["\n  fragment GhostFields on JobPosting {\n    ghostScore\n    ghostSignals {\n      band\n      daysOpen\n      repostCount\n      vaguenessScore\n      missingFields\n      requirementMismatch\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MatchTotal($personaId: ID!, $filter: PersonaJobFilter) {\n    personaJobs(personaId: $personaId, filter: $filter, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query MatchTotal($personaId: ID!, $filter: PersonaJobFilter) {\n    personaJobs(personaId: $personaId, filter: $filter, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MatchCard on PersonaJob {\n    id\n    status\n    isFavorite\n    fitScore\n    stretchScore\n    scoreStale\n    discoveredAt\n    scoreDetails {\n      ...ScoreFields\n    }\n    failedNonNegotiables\n    warnings\n    version\n    posting {\n      id\n      title\n      companyName\n      location\n      workModel\n      salaryMin\n      salaryMax\n      salaryCurrency\n      postedDate\n      isActive\n      ghostScore\n      applyUrl\n    }\n  }\n"): (typeof documents)["\n  fragment MatchCard on PersonaJob {\n    id\n    status\n    isFavorite\n    fitScore\n    stretchScore\n    scoreStale\n    discoveredAt\n    scoreDetails {\n      ...ScoreFields\n    }\n    failedNonNegotiables\n    warnings\n    version\n    posting {\n      id\n      title\n      companyName\n      location\n      workModel\n      salaryMin\n      salaryMax\n      salaryCurrency\n      postedDate\n      isActive\n      ghostScore\n      applyUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Match($id: ID!) {\n    personaJob(id: $id) {\n      id\n      status\n      isFavorite\n      fitScore\n      stretchScore\n      scoreStale\n      rationaleState\n      scoreDetails {\n        rationale\n        ...ScoreFields\n      }\n      failedNonNegotiables\n      warnings\n      version\n      application {\n        id\n      }\n      priorAttempt {\n        outcome\n        outcomeAt\n        appliedAt\n      }\n      posting {\n        id\n        title\n        companyName\n        companyUrl\n        location\n        workModel\n        seniorityLevel\n        employmentType\n        salaryMin\n        salaryMax\n        salaryCurrency\n        descriptionHtml\n        yearsMin\n        postedDate\n        applicationDeadline\n        attribution {\n          label\n          url\n        }\n        applyUrl\n        isActive\n        ...GhostFields\n      }\n    }\n  }\n"): (typeof documents)["\n  query Match($id: ID!) {\n    personaJob(id: $id) {\n      id\n      status\n      isFavorite\n      fitScore\n      stretchScore\n      scoreStale\n      rationaleState\n      scoreDetails {\n        rationale\n        ...ScoreFields\n      }\n      failedNonNegotiables\n      warnings\n      version\n      application {\n        id\n      }\n      priorAttempt {\n        outcome\n        outcomeAt\n        appliedAt\n      }\n      posting {\n        id\n        title\n        companyName\n        companyUrl\n        location\n        workModel\n        seniorityLevel\n        employmentType\n        salaryMin\n        salaryMax\n        salaryCurrency\n        descriptionHtml\n        yearsMin\n        postedDate\n        applicationDeadline\n        attribution {\n          label\n          url\n        }\n        applyUrl\n        isActive\n        ...GhostFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetFavorite($id: ID!, $favorite: Boolean!) {\n    setFavorite(id: $id, favorite: $favorite) {\n      id\n      isFavorite\n      version\n    }\n  }\n"): (typeof documents)["\n  mutation SetFavorite($id: ID!, $favorite: Boolean!) {\n    setFavorite(id: $id, favorite: $favorite) {\n      id\n      isFavorite\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetMatchStatus($id: ID!, $status: PersonaJobStatus!) {\n    setPersonaJobStatus(id: $id, status: $status) {\n      id\n      status\n      dismissedAt\n      version\n    }\n  }\n"): (typeof documents)["\n  mutation SetMatchStatus($id: ID!, $status: PersonaJobStatus!) {\n    setPersonaJobStatus(id: $id, status: $status) {\n      id\n      status\n      dismissedAt\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BulkDismiss($ids: [ID!]!, $dismissed: Boolean!) {\n    bulkDismiss(ids: $ids, dismissed: $dismissed) {\n      succeeded\n      failed {\n        id\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BulkDismiss($ids: [ID!]!, $dismissed: Boolean!) {\n    bulkDismiss(ids: $ids, dismissed: $dismissed) {\n      succeeded\n      failed {\n        id\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BulkFavorite($ids: [ID!]!, $favorite: Boolean!) {\n    bulkFavorite(ids: $ids, favorite: $favorite) {\n      succeeded\n      failed {\n        id\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BulkFavorite($ids: [ID!]!, $favorite: Boolean!) {\n    bulkFavorite(ids: $ids, favorite: $favorite) {\n      succeeded\n      failed {\n        id\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApplication($personaJobId: ID!) {\n    createApplication(input: { personaJobId: $personaJobId }) {\n      id\n      personaJob {\n        id\n        status\n        version\n        application {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApplication($personaJobId: ID!) {\n    createApplication(input: { personaJobId: $personaJobId }) {\n      id\n      personaJob {\n        id\n        status\n        version\n        application {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveMatch(\n    $id: ID!\n    $status: PersonaJobStatus!\n    $changesStatus: Boolean!\n    $favorite: Boolean!\n    $changesFavorite: Boolean!\n  ) {\n    setPersonaJobStatus(id: $id, status: $status) @include(if: $changesStatus) {\n      id\n      status\n      dismissedAt\n      version\n    }\n    setFavorite(id: $id, favorite: $favorite) @include(if: $changesFavorite) {\n      id\n      isFavorite\n      version\n    }\n  }\n"): (typeof documents)["\n  mutation MoveMatch(\n    $id: ID!\n    $status: PersonaJobStatus!\n    $changesStatus: Boolean!\n    $favorite: Boolean!\n    $changesFavorite: Boolean!\n  ) {\n    setPersonaJobStatus(id: $id, status: $status) @include(if: $changesStatus) {\n      id\n      status\n      dismissedAt\n      version\n    }\n    setFavorite(id: $id, favorite: $favorite) @include(if: $changesFavorite) {\n      id\n      isFavorite\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Reach($personaId: ID!) {\n    persona(id: $personaId) {\n      id\n      minimumFitThreshold\n      yearsExperience\n      skills {\n        id\n      }\n    }\n    matchCount(personaId: $personaId)\n  }\n"): (typeof documents)["\n  query Reach($personaId: ID!) {\n    persona(id: $personaId) {\n      id\n      minimumFitThreshold\n      yearsExperience\n      skills {\n        id\n      }\n    }\n    matchCount(personaId: $personaId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LowerReach($personaId: ID!, $lower: UpdatePersonaInput!) {\n    lower: matchCount(personaId: $personaId, changes: $lower)\n    any: matchCount(personaId: $personaId, changes: { minimumFitThreshold: 0 })\n  }\n"): (typeof documents)["\n  query LowerReach($personaId: ID!, $lower: UpdatePersonaInput!) {\n    lower: matchCount(personaId: $personaId, changes: $lower)\n    any: matchCount(personaId: $personaId, changes: { minimumFitThreshold: 0 })\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestRationale($id: ID!) {\n    requestRationale(id: $id) {\n      id\n      rationaleState\n      version\n    }\n  }\n"): (typeof documents)["\n  mutation RequestRationale($id: ID!) {\n    requestRationale(id: $id) {\n      id\n      rationaleState\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportJob($personaJobId: ID!, $reason: String!) {\n    reportJob(personaJobId: $personaJobId, reason: $reason)\n  }\n"): (typeof documents)["\n  mutation ReportJob($personaJobId: ID!, $reason: String!) {\n    reportJob(personaJobId: $personaJobId, reason: $reason)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Rescore($personaId: ID!) {\n    rescore(personaId: $personaId) {\n      id\n      state\n      progress\n      error\n    }\n  }\n"): (typeof documents)["\n  mutation Rescore($personaId: ID!) {\n    rescore(personaId: $personaId) {\n      id\n      state\n      progress\n      error\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TaskProgress($id: ID!) {\n    taskProgress(id: $id) {\n      id\n      state\n      progress\n      error\n    }\n  }\n"): (typeof documents)["\n  subscription TaskProgress($id: ID!) {\n    taskProgress(id: $id) {\n      id\n      state\n      progress\n      error\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ScoreFields on ScoreDetails {\n    summary\n    stretchNotes\n    scorerVersion\n    fit {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n    stretch {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n  }\n"): (typeof documents)["\n  fragment ScoreFields on ScoreDetails {\n    summary\n    stretchNotes\n    scorerVersion\n    fit {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n    stretch {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ColumnTotals(\n    $personaId: ID!\n    $new: PersonaJobFilter\n    $favourites: PersonaJobFilter\n    $applied: PersonaJobFilter\n    $dismissed: PersonaJobFilter\n  ) {\n    new: personaJobs(personaId: $personaId, filter: $new, first: 1) {\n      totalCount\n    }\n    favourites: personaJobs(personaId: $personaId, filter: $favourites, first: 1) {\n      totalCount\n    }\n    applied: personaJobs(personaId: $personaId, filter: $applied, first: 1) {\n      totalCount\n    }\n    dismissed: personaJobs(personaId: $personaId, filter: $dismissed, first: 1) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query ColumnTotals(\n    $personaId: ID!\n    $new: PersonaJobFilter\n    $favourites: PersonaJobFilter\n    $applied: PersonaJobFilter\n    $dismissed: PersonaJobFilter\n  ) {\n    new: personaJobs(personaId: $personaId, filter: $new, first: 1) {\n      totalCount\n    }\n    favourites: personaJobs(personaId: $personaId, filter: $favourites, first: 1) {\n      totalCount\n    }\n    applied: personaJobs(personaId: $personaId, filter: $applied, first: 1) {\n      totalCount\n    }\n    dismissed: personaJobs(personaId: $personaId, filter: $dismissed, first: 1) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription MatchesChanged($personaId: ID!) {\n    personaJobsChanged(personaId: $personaId) {\n      ...MatchCard\n    }\n  }\n"): (typeof documents)["\n  subscription MatchesChanged($personaId: ID!) {\n    personaJobsChanged(personaId: $personaId) {\n      ...MatchCard\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MatchPage($personaId: ID!, $filter: PersonaJobFilter, $sort: PersonaJobSort!, $first: Int!, $after: String) {\n    personaJobs(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...MatchCard\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query MatchPage($personaId: ID!, $filter: PersonaJobFilter, $sort: PersonaJobSort!, $first: Int!, $after: String) {\n    personaJobs(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...MatchCard\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonaAbout on Persona {\n    id\n    fullName\n    email\n    phone\n    homeCity\n    homeState\n    homeCountry\n    linkedinUrl\n    portfolioUrl\n    professionalSummary\n    yearsExperience\n    currentRole\n    currentCompany\n  }\n"): (typeof documents)["\n  fragment PersonaAbout on Persona {\n    id\n    fullName\n    email\n    phone\n    homeCity\n    homeState\n    homeCountry\n    linkedinUrl\n    portfolioUrl\n    professionalSummary\n    yearsExperience\n    currentRole\n    currentCompany\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AchievementStories on Persona {\n    id\n    achievementStories {\n      id\n      ...AchievementStoryFields\n    }\n    skills {\n      id\n      skillName\n    }\n    workHistories {\n      id\n      jobTitle\n      companyName\n    }\n  }\n"): (typeof documents)["\n  fragment AchievementStories on Persona {\n    id\n    achievementStories {\n      id\n      ...AchievementStoryFields\n    }\n    skills {\n      id\n      skillName\n    }\n    workHistories {\n      id\n      jobTitle\n      companyName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AchievementStoryFields on AchievementStory {\n    id\n    title\n    context\n    action\n    outcome\n    skillsDemonstrated\n    relatedWorkHistoryId\n  }\n"): (typeof documents)["\n  fragment AchievementStoryFields on AchievementStory {\n    id\n    title\n    context\n    action\n    outcome\n    skillsDemonstrated\n    relatedWorkHistoryId\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddAchievementStory($parentId: ID!, $input: AchievementStoryInput!) {\n    added: addAchievementStory(personaId: $parentId, input: $input) {\n      id\n      ...AchievementStoryFields\n    }\n  }\n"): (typeof documents)["\n  mutation AddAchievementStory($parentId: ID!, $input: AchievementStoryInput!) {\n    added: addAchievementStory(personaId: $parentId, input: $input) {\n      id\n      ...AchievementStoryFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateAchievementStory($id: ID!, $input: UpdateAchievementStoryInput!) {\n    updateAchievementStory(id: $id, input: $input) {\n      ...AchievementStoryFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateAchievementStory($id: ID!, $input: UpdateAchievementStoryInput!) {\n    updateAchievementStory(id: $id, input: $input) {\n      ...AchievementStoryFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveAchievementStory($id: ID!) {\n    removeAchievementStory(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveAchievementStory($id: ID!) {\n    removeAchievementStory(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReorderAchievementStories($parentId: ID!, $ids: [ID!]!) {\n    reorderAchievementStories(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ReorderAchievementStories($parentId: ID!, $ids: [ID!]!) {\n    reorderAchievementStories(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Bullets on WorkHistory {\n    id\n    jobTitle\n    bullets {\n      id\n      ...BulletFields\n    }\n  }\n"): (typeof documents)["\n  fragment Bullets on WorkHistory {\n    id\n    jobTitle\n    bullets {\n      id\n      ...BulletFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BulletSkills on Persona {\n    id\n    skills {\n      id\n      skillName\n    }\n  }\n"): (typeof documents)["\n  fragment BulletSkills on Persona {\n    id\n    skills {\n      id\n      skillName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BulletFields on Bullet {\n    id\n    text\n    metrics\n    skillsDemonstrated\n  }\n"): (typeof documents)["\n  fragment BulletFields on Bullet {\n    id\n    text\n    metrics\n    skillsDemonstrated\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddBullet($parentId: ID!, $input: BulletInput!) {\n    added: addBullet(workHistoryId: $parentId, input: $input) {\n      id\n      ...BulletFields\n    }\n  }\n"): (typeof documents)["\n  mutation AddBullet($parentId: ID!, $input: BulletInput!) {\n    added: addBullet(workHistoryId: $parentId, input: $input) {\n      id\n      ...BulletFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateBullet($id: ID!, $input: UpdateBulletInput!) {\n    updateBullet(id: $id, input: $input) {\n      ...BulletFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateBullet($id: ID!, $input: UpdateBulletInput!) {\n    updateBullet(id: $id, input: $input) {\n      ...BulletFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveBullet($id: ID!) {\n    removeBullet(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveBullet($id: ID!) {\n    removeBullet(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReorderBullets($parentId: ID!, $ids: [ID!]!) {\n    reorderBullets(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ReorderBullets($parentId: ID!, $ids: [ID!]!) {\n    reorderBullets(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Certifications on Persona {\n    id\n    certifications {\n      id\n      ...CertificationFields\n    }\n  }\n"): (typeof documents)["\n  fragment Certifications on Persona {\n    id\n    certifications {\n      id\n      ...CertificationFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CertificationFields on Certification {\n    id\n    certificationName\n    issuingOrganization\n    dateObtained\n    expirationDate\n    credentialId\n    verificationUrl\n  }\n"): (typeof documents)["\n  fragment CertificationFields on Certification {\n    id\n    certificationName\n    issuingOrganization\n    dateObtained\n    expirationDate\n    credentialId\n    verificationUrl\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddCertification($parentId: ID!, $input: CertificationInput!) {\n    added: addCertification(personaId: $parentId, input: $input) {\n      id\n      ...CertificationFields\n    }\n  }\n"): (typeof documents)["\n  mutation AddCertification($parentId: ID!, $input: CertificationInput!) {\n    added: addCertification(personaId: $parentId, input: $input) {\n      id\n      ...CertificationFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCertification($id: ID!, $input: UpdateCertificationInput!) {\n    updateCertification(id: $id, input: $input) {\n      ...CertificationFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateCertification($id: ID!, $input: UpdateCertificationInput!) {\n    updateCertification(id: $id, input: $input) {\n      ...CertificationFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveCertification($id: ID!) {\n    removeCertification(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveCertification($id: ID!) {\n    removeCertification(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReorderCertifications($parentId: ID!, $ids: [ID!]!) {\n    reorderCertifications(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ReorderCertifications($parentId: ID!, $ids: [ID!]!) {\n    reorderCertifications(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePersona($input: CreatePersonaInput!) {\n    createPersona(input: $input) {\n      ...PersonaLabel\n    }\n  }\n"): (typeof documents)["\n  mutation CreatePersona($input: CreatePersonaInput!) {\n    createPersona(input: $input) {\n      ...PersonaLabel\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeletePersona($id: ID!) {\n    deletePersona(id: $id)\n  }\n"): (typeof documents)["\n  mutation DeletePersona($id: ID!) {\n    deletePersona(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Background($id: ID!) {\n    persona(id: $id) {\n      id\n      ...WorkHistories\n      ...Educations\n      ...Certifications\n      ...AchievementStories\n    }\n  }\n"): (typeof documents)["\n  query Background($id: ID!) {\n    persona(id: $id) {\n      id\n      ...WorkHistories\n      ...Educations\n      ...Certifications\n      ...AchievementStories\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Rules($id: ID!) {\n    persona(id: $id) {\n      id\n      ...OwnRules\n    }\n  }\n"): (typeof documents)["\n  query Rules($id: ID!) {\n    persona(id: $id) {\n      id\n      ...OwnRules\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VoicePage($id: ID!) {\n    persona(id: $id) {\n      id\n      ...Voice\n    }\n  }\n"): (typeof documents)["\n  query VoicePage($id: ID!) {\n    persona(id: $id) {\n      id\n      ...Voice\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EditedPersona($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaAbout\n      ...PersonaWishes\n      ...PersonaGrowth\n      ...PersonaSkills\n    }\n  }\n"): (typeof documents)["\n  query EditedPersona($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaAbout\n      ...PersonaWishes\n      ...PersonaGrowth\n      ...PersonaSkills\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Educations on Persona {\n    id\n    educations {\n      id\n      ...EducationFields\n    }\n  }\n"): (typeof documents)["\n  fragment Educations on Persona {\n    id\n    educations {\n      id\n      ...EducationFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EducationFields on Education {\n    id\n    institution\n    degree\n    fieldOfStudy\n    graduationYear\n    gpa\n    honors\n  }\n"): (typeof documents)["\n  fragment EducationFields on Education {\n    id\n    institution\n    degree\n    fieldOfStudy\n    graduationYear\n    gpa\n    honors\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddEducation($parentId: ID!, $input: EducationInput!) {\n    added: addEducation(personaId: $parentId, input: $input) {\n      id\n      ...EducationFields\n    }\n  }\n"): (typeof documents)["\n  mutation AddEducation($parentId: ID!, $input: EducationInput!) {\n    added: addEducation(personaId: $parentId, input: $input) {\n      id\n      ...EducationFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateEducation($id: ID!, $input: UpdateEducationInput!) {\n    updateEducation(id: $id, input: $input) {\n      ...EducationFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateEducation($id: ID!, $input: UpdateEducationInput!) {\n    updateEducation(id: $id, input: $input) {\n      ...EducationFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveEducation($id: ID!) {\n    removeEducation(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveEducation($id: ID!) {\n    removeEducation(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReorderEducations($parentId: ID!, $ids: [ID!]!) {\n    reorderEducations(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ReorderEducations($parentId: ID!, $ids: [ID!]!) {\n    reorderEducations(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonaGrowth on Persona {\n    id\n    targetRoles\n    targetSkills\n    stretchAppetite\n  }\n"): (typeof documents)["\n  fragment PersonaGrowth on Persona {\n    id\n    targetRoles\n    targetSkills\n    stretchAppetite\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportResume($personaId: ID!, $document: JSON!) {\n    importJsonResume(personaId: $personaId, document: $document) {\n      ...PersonaLabel\n    }\n  }\n"): (typeof documents)["\n  mutation ImportResume($personaId: ID!, $document: JSON!) {\n    importJsonResume(personaId: $personaId, document: $document) {\n      ...PersonaLabel\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MatchCount($personaId: ID!, $changes: UpdatePersonaInput!) {\n    matchCount(personaId: $personaId, changes: $changes)\n  }\n"): (typeof documents)["\n  query MatchCount($personaId: ID!, $changes: UpdatePersonaInput!) {\n    matchCount(personaId: $personaId, changes: $changes)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OwnRules on Persona {\n    id\n    customNonNegotiables {\n      id\n      ...OwnRuleFields\n    }\n  }\n"): (typeof documents)["\n  fragment OwnRules on Persona {\n    id\n    customNonNegotiables {\n      id\n      ...OwnRuleFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OwnRuleFields on CustomNonNegotiable {\n    id\n    filterName\n    filterType\n    filterValue\n    filterField\n  }\n"): (typeof documents)["\n  fragment OwnRuleFields on CustomNonNegotiable {\n    id\n    filterName\n    filterType\n    filterValue\n    filterField\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddOwnRule($parentId: ID!, $input: CustomNonNegotiableInput!) {\n    added: addCustomNonNegotiable(personaId: $parentId, input: $input) {\n      id\n      ...OwnRuleFields\n    }\n  }\n"): (typeof documents)["\n  mutation AddOwnRule($parentId: ID!, $input: CustomNonNegotiableInput!) {\n    added: addCustomNonNegotiable(personaId: $parentId, input: $input) {\n      id\n      ...OwnRuleFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateOwnRule($id: ID!, $input: UpdateCustomNonNegotiableInput!) {\n    updateCustomNonNegotiable(id: $id, input: $input) {\n      ...OwnRuleFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateOwnRule($id: ID!, $input: UpdateCustomNonNegotiableInput!) {\n    updateCustomNonNegotiable(id: $id, input: $input) {\n      ...OwnRuleFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveOwnRule($id: ID!) {\n    removeCustomNonNegotiable(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveOwnRule($id: ID!) {\n    removeCustomNonNegotiable(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReorderOwnRules($parentId: ID!, $ids: [ID!]!) {\n    reorderCustomNonNegotiables(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ReorderOwnRules($parentId: ID!, $ids: [ID!]!) {\n    reorderCustomNonNegotiables(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExportResume($personaId: ID!) {\n    persona(id: $personaId) {\n      id\n      fullName\n    }\n    exportJsonResume(personaId: $personaId)\n  }\n"): (typeof documents)["\n  query ExportResume($personaId: ID!) {\n    persona(id: $personaId) {\n      id\n      fullName\n    }\n    exportJsonResume(personaId: $personaId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonaSetUp on Persona {\n    id\n    onboardingComplete\n    onboardingStep\n    completeness {\n      percent\n      missing\n    }\n    updatedAt\n  }\n"): (typeof documents)["\n  fragment PersonaSetUp on Persona {\n    id\n    onboardingComplete\n    onboardingStep\n    completeness {\n      percent\n      missing\n    }\n    updatedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonaSkills on Persona {\n    id\n    skills {\n      ...SkillFields\n    }\n  }\n"): (typeof documents)["\n  fragment PersonaSkills on Persona {\n    id\n    skills {\n      ...SkillFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SkillFields on Skill {\n    id\n    skillName\n    proficiency\n    yearsUsed\n  }\n"): (typeof documents)["\n  fragment SkillFields on Skill {\n    id\n    skillName\n    proficiency\n    yearsUsed\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddSkill($personaId: ID!, $input: SkillInput!) {\n    addSkill(personaId: $personaId, input: $input) {\n      ...SkillFields\n    }\n  }\n"): (typeof documents)["\n  mutation AddSkill($personaId: ID!, $input: SkillInput!) {\n    addSkill(personaId: $personaId, input: $input) {\n      ...SkillFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSkill($id: ID!, $input: UpdateSkillInput!) {\n    updateSkill(id: $id, input: $input) {\n      ...SkillFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateSkill($id: ID!, $input: UpdateSkillInput!) {\n    updateSkill(id: $id, input: $input) {\n      ...SkillFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveSkill($id: ID!) {\n    removeSkill(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveSkill($id: ID!) {\n    removeSkill(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonaLabel on Persona {\n    id\n    fullName\n    currentRole\n  }\n"): (typeof documents)["\n  fragment PersonaLabel on Persona {\n    id\n    fullName\n    currentRole\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Personas {\n    personas {\n      ...PersonaLabel\n    }\n  }\n"): (typeof documents)["\n  query Personas {\n    personas {\n      ...PersonaLabel\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSearchProfile($personaId: ID!, $input: UpdateSearchProfileInput!) {\n    updateSearchProfile(personaId: $personaId, input: $input) {\n      ...SearchProfileFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateSearchProfile($personaId: ID!, $input: UpdateSearchProfileInput!) {\n    updateSearchProfile(personaId: $personaId, input: $input) {\n      ...SearchProfileFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonaSearches on Persona {\n    id\n    searchProfile {\n      ...SearchProfileFields\n    }\n  }\n"): (typeof documents)["\n  fragment PersonaSearches on Persona {\n    id\n    searchProfile {\n      ...SearchProfileFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SearchProfileFields on SearchProfile {\n    id\n    fitSearches {\n      label\n      keywords\n      titles\n      remoteokTags\n      location\n    }\n    stretchSearches {\n      label\n      keywords\n      titles\n      remoteokTags\n      location\n    }\n    isStale\n    generatedAt\n    approvedAt\n    wordingState\n  }\n"): (typeof documents)["\n  fragment SearchProfileFields on SearchProfile {\n    id\n    fitSearches {\n      label\n      keywords\n      titles\n      remoteokTags\n      location\n    }\n    stretchSearches {\n      label\n      keywords\n      titles\n      remoteokTags\n      location\n    }\n    isStale\n    generatedAt\n    approvedAt\n    wordingState\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SearchesPage($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaSearches\n    }\n  }\n"): (typeof documents)["\n  query SearchesPage($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaSearches\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GenerateSearchProfile($personaId: ID!) {\n    generateSearchProfile(personaId: $personaId) {\n      ...SearchProfileFields\n    }\n  }\n"): (typeof documents)["\n  mutation GenerateSearchProfile($personaId: ID!) {\n    generateSearchProfile(personaId: $personaId) {\n      ...SearchProfileFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveSearchProfile($personaId: ID!) {\n    approveSearchProfile(personaId: $personaId) {\n      ...SearchProfileFields\n    }\n  }\n"): (typeof documents)["\n  mutation ApproveSearchProfile($personaId: ID!) {\n    approveSearchProfile(personaId: $personaId) {\n      ...SearchProfileFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestSearchWording($personaId: ID!) {\n    requestSearchWording(personaId: $personaId) {\n      ...SearchProfileFields\n    }\n  }\n"): (typeof documents)["\n  mutation RequestSearchWording($personaId: ID!) {\n    requestSearchWording(personaId: $personaId) {\n      ...SearchProfileFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetUpStanding($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaSetUp\n    }\n  }\n"): (typeof documents)["\n  query SetUpStanding($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaSetUp\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetUpPersona($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaSetUp\n      ...PersonaAbout\n      ...PersonaWishes\n      ...PersonaGrowth\n      ...PersonaSkills\n      ...WorkHistories\n      ...Educations\n      ...Certifications\n      ...AchievementStories\n      ...OwnRules\n      ...PersonaSearches\n      ...Voice\n    }\n  }\n"): (typeof documents)["\n  query SetUpPersona($id: ID!) {\n    persona(id: $id) {\n      id\n      ...PersonaSetUp\n      ...PersonaAbout\n      ...PersonaWishes\n      ...PersonaGrowth\n      ...PersonaSkills\n      ...WorkHistories\n      ...Educations\n      ...Certifications\n      ...AchievementStories\n      ...OwnRules\n      ...PersonaSearches\n      ...Voice\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SkillSuggestions($prefix: String!) {\n    skillSuggestions(prefix: $prefix, first: 8)\n  }\n"): (typeof documents)["\n  query SkillSuggestions($prefix: String!) {\n    skillSuggestions(prefix: $prefix, first: 8)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginWithResume($personaId: ID!, $document: JSON!) {\n    importJsonResume(personaId: $personaId, document: $document) {\n      ...PersonaLabel\n    }\n    generateSearchProfile(personaId: $personaId) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation BeginWithResume($personaId: ID!, $document: JSON!) {\n    importJsonResume(personaId: $personaId, document: $document) {\n      ...PersonaLabel\n    }\n    generateSearchProfile(personaId: $personaId) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePersona($id: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(id: $id, input: $input) {\n      ...PersonaLabel\n      ...PersonaAbout\n      ...PersonaWishes\n      ...PersonaGrowth\n      ...PersonaSetUp\n    }\n  }\n"): (typeof documents)["\n  mutation UpdatePersona($id: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(id: $id, input: $input) {\n      ...PersonaLabel\n      ...PersonaAbout\n      ...PersonaWishes\n      ...PersonaGrowth\n      ...PersonaSetUp\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Voice on Persona {\n    id\n    voiceProfile {\n      ...VoiceFields\n    }\n  }\n"): (typeof documents)["\n  fragment Voice on Persona {\n    id\n    voiceProfile {\n      ...VoiceFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VoiceFields on VoiceProfile {\n    id\n    tone\n    sentenceStyle\n    vocabularyLevel\n    personalityMarkers\n    samplePhrases\n    thingsToAvoid\n    writingSampleText\n  }\n"): (typeof documents)["\n  fragment VoiceFields on VoiceProfile {\n    id\n    tone\n    sentenceStyle\n    vocabularyLevel\n    personalityMarkers\n    samplePhrases\n    thingsToAvoid\n    writingSampleText\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateVoice($personaId: ID!, $input: UpdateVoiceProfileInput!) {\n    updateVoiceProfile(personaId: $personaId, input: $input) {\n      ...VoiceFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateVoice($personaId: ID!, $input: UpdateVoiceProfileInput!) {\n    updateVoiceProfile(personaId: $personaId, input: $input) {\n      ...VoiceFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonaWishes on Persona {\n    id\n    remotePreference\n    minimumBaseSalary\n    salaryCurrency\n    commutableCities\n    relocationOpen\n    relocationCities\n    visaSponsorshipRequired\n    industryExclusions\n    companySizePreference\n    maxTravelPercent\n    minimumFitThreshold\n  }\n"): (typeof documents)["\n  fragment PersonaWishes on Persona {\n    id\n    remotePreference\n    minimumBaseSalary\n    salaryCurrency\n    commutableCities\n    relocationOpen\n    relocationCities\n    visaSponsorshipRequired\n    industryExclusions\n    companySizePreference\n    maxTravelPercent\n    minimumFitThreshold\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WorkHistories on Persona {\n    id\n    workHistories {\n      id\n      ...WorkHistoryFields\n    }\n    ...BulletSkills\n  }\n"): (typeof documents)["\n  fragment WorkHistories on Persona {\n    id\n    workHistories {\n      id\n      ...WorkHistoryFields\n    }\n    ...BulletSkills\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WorkHistoryFields on WorkHistory {\n    id\n    companyName\n    companyIndustry\n    jobTitle\n    startDate\n    endDate\n    location\n    workModel\n    description\n    ...Bullets\n  }\n"): (typeof documents)["\n  fragment WorkHistoryFields on WorkHistory {\n    id\n    companyName\n    companyIndustry\n    jobTitle\n    startDate\n    endDate\n    location\n    workModel\n    description\n    ...Bullets\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddWorkHistory($parentId: ID!, $input: WorkHistoryInput!) {\n    added: addWorkHistory(personaId: $parentId, input: $input) {\n      id\n      ...WorkHistoryFields\n    }\n  }\n"): (typeof documents)["\n  mutation AddWorkHistory($parentId: ID!, $input: WorkHistoryInput!) {\n    added: addWorkHistory(personaId: $parentId, input: $input) {\n      id\n      ...WorkHistoryFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateWorkHistory($id: ID!, $input: UpdateWorkHistoryInput!) {\n    updateWorkHistory(id: $id, input: $input) {\n      ...WorkHistoryFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateWorkHistory($id: ID!, $input: UpdateWorkHistoryInput!) {\n    updateWorkHistory(id: $id, input: $input) {\n      ...WorkHistoryFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveWorkHistory($id: ID!) {\n    removeWorkHistory(id: $id)\n  }\n"): (typeof documents)["\n  mutation RemoveWorkHistory($id: ID!) {\n    removeWorkHistory(id: $id)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReorderWorkHistories($parentId: ID!, $ids: [ID!]!) {\n    reorderWorkHistories(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ReorderWorkHistories($parentId: ID!, $ids: [ID!]!) {\n    reorderWorkHistories(parentId: $parentId, ids: $ids) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      accessTokenExpiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      accessTokenExpiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n"): (typeof documents)["\n  mutation RequestReset($email: String!) {\n    requestPasswordReset(email: $email)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInByLink($token: String!, $elsewhere: Boolean!) {\n    redeemMagicLink(token: $token, elsewhere: $elsewhere) {\n      ... on AuthSession {\n        user {\n          id\n        }\n      }\n      ... on MfaChallenge {\n        ...ChallengeFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignInByLink($token: String!, $elsewhere: Boolean!) {\n    redeemMagicLink(token: $token, elsewhere: $elsewhere) {\n      ... on AuthSession {\n        user {\n          id\n        }\n      }\n      ... on MfaChallenge {\n        ...ChallengeFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestMagicLink($email: String!) {\n    requestMagicLink(email: $email)\n  }\n"): (typeof documents)["\n  mutation RequestMagicLink($email: String!) {\n    requestMagicLink(email: $email)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmEmailChange($token: String!) {\n    confirmEmailChange(token: $token) {\n      id\n      email\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmEmailChange($token: String!) {\n    confirmEmailChange(token: $token) {\n      id\n      email\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelEmailChange($token: String!) {\n    cancelEmailChange(token: $token)\n  }\n"): (typeof documents)["\n  mutation CancelEmailChange($token: String!) {\n    cancelEmailChange(token: $token)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevertEmailChange($token: String!) {\n    revertEmailChange(token: $token)\n  }\n"): (typeof documents)["\n  mutation RevertEmailChange($token: String!) {\n    revertEmailChange(token: $token)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndSessions($token: String!) {\n    endSessionsByToken(token: $token)\n  }\n"): (typeof documents)["\n  mutation EndSessions($token: String!) {\n    endSessionsByToken(token: $token)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInByPasskey($response: JSON!) {\n    loginWithPasskey(response: $response) {\n      user {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignInByPasskey($response: JSON!) {\n    loginWithPasskey(response: $response) {\n      user {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartProviderLink($provider: String!, $purpose: ProviderLinkPurpose!) {\n    startProviderLink(provider: $provider, purpose: $purpose) {\n      url\n    }\n  }\n"): (typeof documents)["\n  mutation StartProviderLink($provider: String!, $purpose: ProviderLinkPurpose!) {\n    startProviderLink(provider: $provider, purpose: $purpose) {\n      url\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LinkedProviders {\n    oauthProviders {\n      id\n      label\n    }\n    mySignInMethods {\n      id\n      kind\n      label\n    }\n  }\n"): (typeof documents)["\n  query LinkedProviders {\n    oauthProviders {\n      id\n      label\n    }\n    mySignInMethods {\n      id\n      kind\n      label\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OauthProviders {\n    oauthProviders {\n      id\n      label\n      startUrl\n    }\n  }\n"): (typeof documents)["\n  query OauthProviders {\n    oauthProviders {\n      id\n      label\n      startUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestVerification($email: String!) {\n    requestEmailVerification(email: $email)\n  }\n"): (typeof documents)["\n  mutation RequestVerification($email: String!) {\n    requestEmailVerification(email: $email)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetPassword($token: String!, $newPassword: String!) {\n    resetPassword(token: $token, newPassword: $newPassword)\n  }\n"): (typeof documents)["\n  mutation ResetPassword($token: String!, $newPassword: String!) {\n    resetPassword(token: $token, newPassword: $newPassword)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChallengeFields on MfaChallenge {\n    challenge\n    methods\n  }\n"): (typeof documents)["\n  fragment ChallengeFields on MfaChallenge {\n    challenge\n    methods\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteSignIn($input: CompleteMfaInput!) {\n    completeMfa(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteSignIn($input: CompleteMfaInput!) {\n    completeMfa(input: $input) {\n      user {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: LoginInput!) {\n    login(input: $input) {\n      ... on AuthSession {\n        user {\n          id\n        }\n      }\n      ... on MfaChallenge {\n        ...ChallengeFields\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: LoginInput!) {\n    login(input: $input) {\n      ... on AuthSession {\n        user {\n          id\n        }\n      }\n      ... on MfaChallenge {\n        ...ChallengeFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignUp($input: RegisterInput!) {\n    register(input: $input) {\n      verificationRequired\n    }\n  }\n"): (typeof documents)["\n  mutation SignUp($input: RegisterInput!) {\n    register(input: $input) {\n      verificationRequired\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PasskeySignUpOptions($email: String!) {\n    passkeySignUpOptions(email: $email)\n  }\n"): (typeof documents)["\n  mutation PasskeySignUpOptions($email: String!) {\n    passkeySignUpOptions(email: $email)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      accessTokenExpiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation StepUp($input: StepUpInput!) {\n    stepUp(input: $input) {\n      accessTokenExpiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PasskeyStepUpOptions {\n    passkeyStepUpOptions\n  }\n"): (typeof documents)["\n  mutation PasskeyStepUpOptions {\n    passkeyStepUpOptions\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PasskeyLoginOptions($email: String) {\n    passkeyLoginOptions(email: $email)\n  }\n"): (typeof documents)["\n  mutation PasskeyLoginOptions($email: String) {\n    passkeyLoginOptions(email: $email)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    logout\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    logout\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation VerifyEmail($token: String!) {\n    verifyEmail(token: $token) {\n      id\n      email\n      hasPassword\n    }\n  }\n"): (typeof documents)["\n  mutation VerifyEmail($token: String!) {\n    verifyEmail(token: $token) {\n      id\n      email\n      hasPassword\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ViewerFields on User {\n    id\n    email\n    emailVerified\n    name\n    imageUrl\n    roles\n    hasPassword\n    mustChangePassword\n  }\n"): (typeof documents)["\n  fragment ViewerFields on User {\n    id\n    email\n    emailVerified\n    name\n    imageUrl\n    roles\n    hasPassword\n    mustChangePassword\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Me {\n    me {\n      ...ViewerFields\n    }\n  }\n"): (typeof documents)["\n  query Me {\n    me {\n      ...ViewerFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefreshSources($personaId: ID!) {\n    refreshSources(personaId: $personaId) {\n      id\n      state\n    }\n  }\n"): (typeof documents)["\n  mutation RefreshSources($personaId: ID!) {\n    refreshSources(personaId: $personaId) {\n      id\n      state\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourcesPage($id: ID!) {\n    persona(id: $id) {\n      id\n      pollingFrequency\n      sourcePreferences {\n        ...SourcePreferenceFields\n      }\n    }\n  }\n"): (typeof documents)["\n  query SourcesPage($id: ID!) {\n    persona(id: $id) {\n      id\n      pollingFrequency\n      sourcePreferences {\n        ...SourcePreferenceFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetPollingFrequency($personaId: ID!, $pollingFrequency: PollingFrequency!) {\n    updatePersona(id: $personaId, input: { pollingFrequency: $pollingFrequency }) {\n      id\n      pollingFrequency\n    }\n  }\n"): (typeof documents)["\n  mutation SetPollingFrequency($personaId: ID!, $pollingFrequency: PollingFrequency!) {\n    updatePersona(id: $personaId, input: { pollingFrequency: $pollingFrequency }) {\n      id\n      pollingFrequency\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourceKeys {\n    sourceKeys {\n      id\n      createdAt\n      source {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query SourceKeys {\n    sourceKeys {\n      id\n      createdAt\n      source {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetSourceKey($sourceId: ID!, $key: String) {\n    setSourceKey(sourceId: $sourceId, key: $key) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation SetSourceKey($sourceId: ID!, $key: String) {\n    setSourceKey(sourceId: $sourceId, key: $key) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SourcePreferenceFields on SourcePreference {\n    id\n    enabled\n    source {\n      id\n      label\n      needsKey\n      keyForm\n      isOnByDefault\n      offBecause\n      attribution\n    }\n  }\n"): (typeof documents)["\n  fragment SourcePreferenceFields on SourcePreference {\n    id\n    enabled\n    source {\n      id\n      label\n      needsKey\n      keyForm\n      isOnByDefault\n      offBecause\n      attribution\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetSourcePreference($personaId: ID!, $sourceId: ID!, $enabled: Boolean!) {\n    setSourcePreference(personaId: $personaId, sourceId: $sourceId, enabled: $enabled) {\n      id\n      enabled\n    }\n  }\n"): (typeof documents)["\n  mutation SetSourcePreference($personaId: ID!, $sourceId: ID!, $enabled: Boolean!) {\n    setSourcePreference(personaId: $personaId, sourceId: $sourceId, enabled: $enabled) {\n      id\n      enabled\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SourceRunFields on SourceRun {\n    id\n    source {\n      id\n      label\n    }\n    state\n    found\n    newMatches\n    notInspected\n    failure\n    askedAt\n    finishedAt\n  }\n"): (typeof documents)["\n  fragment SourceRunFields on SourceRun {\n    id\n    source {\n      id\n      label\n    }\n    state\n    found\n    newMatches\n    notInspected\n    failure\n    askedAt\n    finishedAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourceRuns($personaId: ID!, $after: String) {\n    sourceRuns(personaId: $personaId, first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          ...SourceRunFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query SourceRuns($personaId: ID!, $after: String) {\n    sourceRuns(personaId: $personaId, first: 25, after: $after) {\n      edges {\n        cursor\n        node {\n          ...SourceRunFields\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SourceRunsUnderWay($personaId: ID!) {\n    sourceRuns(personaId: $personaId, first: 50) {\n      edges {\n        cursor\n        node {\n          ...SourceRunFields\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SourceRunsUnderWay($personaId: ID!) {\n    sourceRuns(personaId: $personaId, first: 50) {\n      edges {\n        cursor\n        node {\n          ...SourceRunFields\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;
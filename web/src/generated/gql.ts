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
    "\n  mutation RenewSession {\n    refreshSession {\n      accessTokenExpiresAt\n    }\n  }\n": typeof types.RenewSessionDocument,
    "\n  query Application($id: ID!) {\n    application(id: $id) {\n      id\n      status\n      version\n      personaJob {\n        id\n      }\n      snapshot {\n        title\n        companyName\n        location\n        description\n        salaryMin\n        salaryMax\n        salaryCurrency\n        capturedAt\n      }\n      timeline {\n        id\n        eventType\n        eventDate\n        description\n      }\n    }\n  }\n": typeof types.ApplicationDocument,
    "\n  query Applications($personaId: ID!, $after: String) {\n    applications(personaId: $personaId, sort: STATUS_UPDATED_DESC, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          status\n          appliedAt\n          statusUpdatedAt\n          version\n          snapshot {\n            title\n            companyName\n            location\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.ApplicationsDocument,
    "\n  mutation ChangeApplicationStatus($id: ID!, $input: ChangeApplicationStatusInput!) {\n    changeApplicationStatus(id: $id, input: $input) {\n      id\n      status\n      statusUpdatedAt\n      version\n      timeline {\n        id\n        eventType\n        eventDate\n        description\n      }\n    }\n  }\n": typeof types.ChangeApplicationStatusDocument,
    "\n  fragment GhostFields on JobPosting {\n    ghostScore\n    ghostSignals {\n      band\n      daysOpen\n      repostCount\n      vaguenessScore\n      missingFields\n      requirementMismatch\n    }\n  }\n": typeof types.GhostFieldsFragmentDoc,
    "\n  fragment MatchCard on PersonaJob {\n    id\n    status\n    isFavorite\n    fitScore\n    stretchScore\n    scoreStale\n    scoreDetails {\n      ...ScoreFields\n    }\n    failedNonNegotiables\n    warnings\n    version\n    posting {\n      id\n      title\n      companyName\n      location\n      workModel\n      salaryMin\n      salaryMax\n      salaryCurrency\n      postedDate\n      isActive\n      ghostScore\n    }\n  }\n": typeof types.MatchCardFragmentDoc,
    "\n  query Match($id: ID!) {\n    personaJob(id: $id) {\n      id\n      status\n      isFavorite\n      fitScore\n      stretchScore\n      scoreStale\n      rationaleState\n      scoreDetails {\n        rationale\n        ...ScoreFields\n      }\n      failedNonNegotiables\n      warnings\n      version\n      application {\n        id\n      }\n      posting {\n        id\n        title\n        companyName\n        companyUrl\n        location\n        workModel\n        seniorityLevel\n        employmentType\n        salaryMin\n        salaryMax\n        salaryCurrency\n        descriptionHtml\n        yearsMin\n        postedDate\n        applicationDeadline\n        attribution {\n          label\n          url\n        }\n        applyUrl\n        isActive\n        ...GhostFields\n      }\n    }\n  }\n": typeof types.MatchDocument,
    "\n  mutation CreateApplication($personaJobId: ID!) {\n    createApplication(input: { personaJobId: $personaJobId }) {\n      id\n      personaJob {\n        id\n        status\n        version\n        application {\n          id\n        }\n      }\n    }\n  }\n": typeof types.CreateApplicationDocument,
    "\n  mutation RequestRationale($id: ID!) {\n    requestRationale(id: $id) {\n      id\n      rationaleState\n      version\n    }\n  }\n": typeof types.RequestRationaleDocument,
    "\n  fragment ScoreFields on ScoreDetails {\n    summary\n    stretchNotes\n    scorerVersion\n    fit {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n    stretch {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n  }\n": typeof types.ScoreFieldsFragmentDoc,
    "\n  mutation SetFavorite($id: ID!, $favorite: Boolean!) {\n    setFavorite(id: $id, favorite: $favorite) {\n      id\n      isFavorite\n      version\n    }\n  }\n": typeof types.SetFavoriteDocument,
    "\n  mutation SetMatchStatus($id: ID!, $status: PersonaJobStatus!) {\n    setPersonaJobStatus(id: $id, status: $status) {\n      id\n      status\n      dismissedAt\n      version\n    }\n  }\n": typeof types.SetMatchStatusDocument,
    "\n  query MatchPage($personaId: ID!, $filter: PersonaJobFilter, $sort: PersonaJobSort!, $first: Int!, $after: String) {\n    personaJobs(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...MatchCard\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.MatchPageDocument,
    "\n  mutation CreatePersona($input: CreatePersonaInput!) {\n    createPersona(input: $input) {\n      ...PersonaLabel\n    }\n  }\n": typeof types.CreatePersonaDocument,
    "\n  mutation DeletePersona($id: ID!) {\n    deletePersona(id: $id)\n  }\n": typeof types.DeletePersonaDocument,
    "\n  fragment PersonaFields on Persona {\n    id\n    fullName\n    email\n    currentRole\n    yearsExperience\n    homeCity\n    targetRoles\n    targetSkills\n    remotePreference\n    minimumBaseSalary\n    salaryCurrency\n    commutableCities\n    industryExclusions\n    minimumFitThreshold\n  }\n": typeof types.PersonaFieldsFragmentDoc,
    "\n  query EditedPersona($id: ID!) {\n    persona(id: $id) {\n      ...PersonaFields\n      ...PersonaSkills\n    }\n  }\n": typeof types.EditedPersonaDocument,
    "\n  mutation UpdatePersona($id: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(id: $id, input: $input) {\n      ...PersonaFields\n    }\n  }\n": typeof types.UpdatePersonaDocument,
    "\n  mutation ImportResume($personaId: ID!, $document: JSON!) {\n    importJsonResume(personaId: $personaId, document: $document) {\n      ...PersonaLabel\n    }\n  }\n": typeof types.ImportResumeDocument,
    "\n  query MatchCount($personaId: ID!, $changes: UpdatePersonaInput!) {\n    matchCount(personaId: $personaId, changes: $changes)\n  }\n": typeof types.MatchCountDocument,
    "\n  query ExportResume($personaId: ID!) {\n    persona(id: $personaId) {\n      id\n      fullName\n    }\n    exportJsonResume(personaId: $personaId)\n  }\n": typeof types.ExportResumeDocument,
    "\n  fragment PersonaSkills on Persona {\n    id\n    skills {\n      ...SkillFields\n    }\n  }\n": typeof types.PersonaSkillsFragmentDoc,
    "\n  fragment SkillFields on Skill {\n    id\n    skillName\n    proficiency\n    yearsUsed\n  }\n": typeof types.SkillFieldsFragmentDoc,
    "\n  mutation AddSkill($personaId: ID!, $input: SkillInput!) {\n    addSkill(personaId: $personaId, input: $input) {\n      ...SkillFields\n    }\n  }\n": typeof types.AddSkillDocument,
    "\n  mutation UpdateSkill($id: ID!, $input: UpdateSkillInput!) {\n    updateSkill(id: $id, input: $input) {\n      ...SkillFields\n    }\n  }\n": typeof types.UpdateSkillDocument,
    "\n  mutation RemoveSkill($id: ID!) {\n    removeSkill(id: $id)\n  }\n": typeof types.RemoveSkillDocument,
    "\n  fragment PersonaLabel on Persona {\n    id\n    fullName\n    currentRole\n  }\n": typeof types.PersonaLabelFragmentDoc,
    "\n  query Personas {\n    personas {\n      ...PersonaLabel\n    }\n  }\n": typeof types.PersonasDocument,
    "\n  query SkillSuggestions($prefix: String!) {\n    skillSuggestions(prefix: $prefix, first: 8)\n  }\n": typeof types.SkillSuggestionsDocument,
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
    "\n  fragment ViewerFields on User {\n    id\n    email\n    emailVerified\n    name\n    imageUrl\n    hasPassword\n    mustChangePassword\n  }\n": typeof types.ViewerFieldsFragmentDoc,
    "\n  query Me {\n    me {\n      ...ViewerFields\n    }\n  }\n": typeof types.MeDocument,
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
    "\n  mutation RenewSession {\n    refreshSession {\n      accessTokenExpiresAt\n    }\n  }\n": types.RenewSessionDocument,
    "\n  query Application($id: ID!) {\n    application(id: $id) {\n      id\n      status\n      version\n      personaJob {\n        id\n      }\n      snapshot {\n        title\n        companyName\n        location\n        description\n        salaryMin\n        salaryMax\n        salaryCurrency\n        capturedAt\n      }\n      timeline {\n        id\n        eventType\n        eventDate\n        description\n      }\n    }\n  }\n": types.ApplicationDocument,
    "\n  query Applications($personaId: ID!, $after: String) {\n    applications(personaId: $personaId, sort: STATUS_UPDATED_DESC, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          status\n          appliedAt\n          statusUpdatedAt\n          version\n          snapshot {\n            title\n            companyName\n            location\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.ApplicationsDocument,
    "\n  mutation ChangeApplicationStatus($id: ID!, $input: ChangeApplicationStatusInput!) {\n    changeApplicationStatus(id: $id, input: $input) {\n      id\n      status\n      statusUpdatedAt\n      version\n      timeline {\n        id\n        eventType\n        eventDate\n        description\n      }\n    }\n  }\n": types.ChangeApplicationStatusDocument,
    "\n  fragment GhostFields on JobPosting {\n    ghostScore\n    ghostSignals {\n      band\n      daysOpen\n      repostCount\n      vaguenessScore\n      missingFields\n      requirementMismatch\n    }\n  }\n": types.GhostFieldsFragmentDoc,
    "\n  fragment MatchCard on PersonaJob {\n    id\n    status\n    isFavorite\n    fitScore\n    stretchScore\n    scoreStale\n    scoreDetails {\n      ...ScoreFields\n    }\n    failedNonNegotiables\n    warnings\n    version\n    posting {\n      id\n      title\n      companyName\n      location\n      workModel\n      salaryMin\n      salaryMax\n      salaryCurrency\n      postedDate\n      isActive\n      ghostScore\n    }\n  }\n": types.MatchCardFragmentDoc,
    "\n  query Match($id: ID!) {\n    personaJob(id: $id) {\n      id\n      status\n      isFavorite\n      fitScore\n      stretchScore\n      scoreStale\n      rationaleState\n      scoreDetails {\n        rationale\n        ...ScoreFields\n      }\n      failedNonNegotiables\n      warnings\n      version\n      application {\n        id\n      }\n      posting {\n        id\n        title\n        companyName\n        companyUrl\n        location\n        workModel\n        seniorityLevel\n        employmentType\n        salaryMin\n        salaryMax\n        salaryCurrency\n        descriptionHtml\n        yearsMin\n        postedDate\n        applicationDeadline\n        attribution {\n          label\n          url\n        }\n        applyUrl\n        isActive\n        ...GhostFields\n      }\n    }\n  }\n": types.MatchDocument,
    "\n  mutation CreateApplication($personaJobId: ID!) {\n    createApplication(input: { personaJobId: $personaJobId }) {\n      id\n      personaJob {\n        id\n        status\n        version\n        application {\n          id\n        }\n      }\n    }\n  }\n": types.CreateApplicationDocument,
    "\n  mutation RequestRationale($id: ID!) {\n    requestRationale(id: $id) {\n      id\n      rationaleState\n      version\n    }\n  }\n": types.RequestRationaleDocument,
    "\n  fragment ScoreFields on ScoreDetails {\n    summary\n    stretchNotes\n    scorerVersion\n    fit {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n    stretch {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n  }\n": types.ScoreFieldsFragmentDoc,
    "\n  mutation SetFavorite($id: ID!, $favorite: Boolean!) {\n    setFavorite(id: $id, favorite: $favorite) {\n      id\n      isFavorite\n      version\n    }\n  }\n": types.SetFavoriteDocument,
    "\n  mutation SetMatchStatus($id: ID!, $status: PersonaJobStatus!) {\n    setPersonaJobStatus(id: $id, status: $status) {\n      id\n      status\n      dismissedAt\n      version\n    }\n  }\n": types.SetMatchStatusDocument,
    "\n  query MatchPage($personaId: ID!, $filter: PersonaJobFilter, $sort: PersonaJobSort!, $first: Int!, $after: String) {\n    personaJobs(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...MatchCard\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.MatchPageDocument,
    "\n  mutation CreatePersona($input: CreatePersonaInput!) {\n    createPersona(input: $input) {\n      ...PersonaLabel\n    }\n  }\n": types.CreatePersonaDocument,
    "\n  mutation DeletePersona($id: ID!) {\n    deletePersona(id: $id)\n  }\n": types.DeletePersonaDocument,
    "\n  fragment PersonaFields on Persona {\n    id\n    fullName\n    email\n    currentRole\n    yearsExperience\n    homeCity\n    targetRoles\n    targetSkills\n    remotePreference\n    minimumBaseSalary\n    salaryCurrency\n    commutableCities\n    industryExclusions\n    minimumFitThreshold\n  }\n": types.PersonaFieldsFragmentDoc,
    "\n  query EditedPersona($id: ID!) {\n    persona(id: $id) {\n      ...PersonaFields\n      ...PersonaSkills\n    }\n  }\n": types.EditedPersonaDocument,
    "\n  mutation UpdatePersona($id: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(id: $id, input: $input) {\n      ...PersonaFields\n    }\n  }\n": types.UpdatePersonaDocument,
    "\n  mutation ImportResume($personaId: ID!, $document: JSON!) {\n    importJsonResume(personaId: $personaId, document: $document) {\n      ...PersonaLabel\n    }\n  }\n": types.ImportResumeDocument,
    "\n  query MatchCount($personaId: ID!, $changes: UpdatePersonaInput!) {\n    matchCount(personaId: $personaId, changes: $changes)\n  }\n": types.MatchCountDocument,
    "\n  query ExportResume($personaId: ID!) {\n    persona(id: $personaId) {\n      id\n      fullName\n    }\n    exportJsonResume(personaId: $personaId)\n  }\n": types.ExportResumeDocument,
    "\n  fragment PersonaSkills on Persona {\n    id\n    skills {\n      ...SkillFields\n    }\n  }\n": types.PersonaSkillsFragmentDoc,
    "\n  fragment SkillFields on Skill {\n    id\n    skillName\n    proficiency\n    yearsUsed\n  }\n": types.SkillFieldsFragmentDoc,
    "\n  mutation AddSkill($personaId: ID!, $input: SkillInput!) {\n    addSkill(personaId: $personaId, input: $input) {\n      ...SkillFields\n    }\n  }\n": types.AddSkillDocument,
    "\n  mutation UpdateSkill($id: ID!, $input: UpdateSkillInput!) {\n    updateSkill(id: $id, input: $input) {\n      ...SkillFields\n    }\n  }\n": types.UpdateSkillDocument,
    "\n  mutation RemoveSkill($id: ID!) {\n    removeSkill(id: $id)\n  }\n": types.RemoveSkillDocument,
    "\n  fragment PersonaLabel on Persona {\n    id\n    fullName\n    currentRole\n  }\n": types.PersonaLabelFragmentDoc,
    "\n  query Personas {\n    personas {\n      ...PersonaLabel\n    }\n  }\n": types.PersonasDocument,
    "\n  query SkillSuggestions($prefix: String!) {\n    skillSuggestions(prefix: $prefix, first: 8)\n  }\n": types.SkillSuggestionsDocument,
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
    "\n  fragment ViewerFields on User {\n    id\n    email\n    emailVerified\n    name\n    imageUrl\n    hasPassword\n    mustChangePassword\n  }\n": types.ViewerFieldsFragmentDoc,
    "\n  query Me {\n    me {\n      ...ViewerFields\n    }\n  }\n": types.MeDocument,
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
export function graphql(source: "\n  mutation RenewSession {\n    refreshSession {\n      accessTokenExpiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation RenewSession {\n    refreshSession {\n      accessTokenExpiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Application($id: ID!) {\n    application(id: $id) {\n      id\n      status\n      version\n      personaJob {\n        id\n      }\n      snapshot {\n        title\n        companyName\n        location\n        description\n        salaryMin\n        salaryMax\n        salaryCurrency\n        capturedAt\n      }\n      timeline {\n        id\n        eventType\n        eventDate\n        description\n      }\n    }\n  }\n"): (typeof documents)["\n  query Application($id: ID!) {\n    application(id: $id) {\n      id\n      status\n      version\n      personaJob {\n        id\n      }\n      snapshot {\n        title\n        companyName\n        location\n        description\n        salaryMin\n        salaryMax\n        salaryCurrency\n        capturedAt\n      }\n      timeline {\n        id\n        eventType\n        eventDate\n        description\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Applications($personaId: ID!, $after: String) {\n    applications(personaId: $personaId, sort: STATUS_UPDATED_DESC, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          status\n          appliedAt\n          statusUpdatedAt\n          version\n          snapshot {\n            title\n            companyName\n            location\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Applications($personaId: ID!, $after: String) {\n    applications(personaId: $personaId, sort: STATUS_UPDATED_DESC, first: 20, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          status\n          appliedAt\n          statusUpdatedAt\n          version\n          snapshot {\n            title\n            companyName\n            location\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeApplicationStatus($id: ID!, $input: ChangeApplicationStatusInput!) {\n    changeApplicationStatus(id: $id, input: $input) {\n      id\n      status\n      statusUpdatedAt\n      version\n      timeline {\n        id\n        eventType\n        eventDate\n        description\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeApplicationStatus($id: ID!, $input: ChangeApplicationStatusInput!) {\n    changeApplicationStatus(id: $id, input: $input) {\n      id\n      status\n      statusUpdatedAt\n      version\n      timeline {\n        id\n        eventType\n        eventDate\n        description\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GhostFields on JobPosting {\n    ghostScore\n    ghostSignals {\n      band\n      daysOpen\n      repostCount\n      vaguenessScore\n      missingFields\n      requirementMismatch\n    }\n  }\n"): (typeof documents)["\n  fragment GhostFields on JobPosting {\n    ghostScore\n    ghostSignals {\n      band\n      daysOpen\n      repostCount\n      vaguenessScore\n      missingFields\n      requirementMismatch\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MatchCard on PersonaJob {\n    id\n    status\n    isFavorite\n    fitScore\n    stretchScore\n    scoreStale\n    scoreDetails {\n      ...ScoreFields\n    }\n    failedNonNegotiables\n    warnings\n    version\n    posting {\n      id\n      title\n      companyName\n      location\n      workModel\n      salaryMin\n      salaryMax\n      salaryCurrency\n      postedDate\n      isActive\n      ghostScore\n    }\n  }\n"): (typeof documents)["\n  fragment MatchCard on PersonaJob {\n    id\n    status\n    isFavorite\n    fitScore\n    stretchScore\n    scoreStale\n    scoreDetails {\n      ...ScoreFields\n    }\n    failedNonNegotiables\n    warnings\n    version\n    posting {\n      id\n      title\n      companyName\n      location\n      workModel\n      salaryMin\n      salaryMax\n      salaryCurrency\n      postedDate\n      isActive\n      ghostScore\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Match($id: ID!) {\n    personaJob(id: $id) {\n      id\n      status\n      isFavorite\n      fitScore\n      stretchScore\n      scoreStale\n      rationaleState\n      scoreDetails {\n        rationale\n        ...ScoreFields\n      }\n      failedNonNegotiables\n      warnings\n      version\n      application {\n        id\n      }\n      posting {\n        id\n        title\n        companyName\n        companyUrl\n        location\n        workModel\n        seniorityLevel\n        employmentType\n        salaryMin\n        salaryMax\n        salaryCurrency\n        descriptionHtml\n        yearsMin\n        postedDate\n        applicationDeadline\n        attribution {\n          label\n          url\n        }\n        applyUrl\n        isActive\n        ...GhostFields\n      }\n    }\n  }\n"): (typeof documents)["\n  query Match($id: ID!) {\n    personaJob(id: $id) {\n      id\n      status\n      isFavorite\n      fitScore\n      stretchScore\n      scoreStale\n      rationaleState\n      scoreDetails {\n        rationale\n        ...ScoreFields\n      }\n      failedNonNegotiables\n      warnings\n      version\n      application {\n        id\n      }\n      posting {\n        id\n        title\n        companyName\n        companyUrl\n        location\n        workModel\n        seniorityLevel\n        employmentType\n        salaryMin\n        salaryMax\n        salaryCurrency\n        descriptionHtml\n        yearsMin\n        postedDate\n        applicationDeadline\n        attribution {\n          label\n          url\n        }\n        applyUrl\n        isActive\n        ...GhostFields\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateApplication($personaJobId: ID!) {\n    createApplication(input: { personaJobId: $personaJobId }) {\n      id\n      personaJob {\n        id\n        status\n        version\n        application {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateApplication($personaJobId: ID!) {\n    createApplication(input: { personaJobId: $personaJobId }) {\n      id\n      personaJob {\n        id\n        status\n        version\n        application {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestRationale($id: ID!) {\n    requestRationale(id: $id) {\n      id\n      rationaleState\n      version\n    }\n  }\n"): (typeof documents)["\n  mutation RequestRationale($id: ID!) {\n    requestRationale(id: $id) {\n      id\n      rationaleState\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ScoreFields on ScoreDetails {\n    summary\n    stretchNotes\n    scorerVersion\n    fit {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n    stretch {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n  }\n"): (typeof documents)["\n  fragment ScoreFields on ScoreDetails {\n    summary\n    stretchNotes\n    scorerVersion\n    fit {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n    stretch {\n      label\n      components {\n        name\n        value\n        weight\n        neutral\n      }\n      matchedSkills\n      missingSkills\n    }\n  }\n"];
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
export function graphql(source: "\n  query MatchPage($personaId: ID!, $filter: PersonaJobFilter, $sort: PersonaJobSort!, $first: Int!, $after: String) {\n    personaJobs(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...MatchCard\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query MatchPage($personaId: ID!, $filter: PersonaJobFilter, $sort: PersonaJobSort!, $first: Int!, $after: String) {\n    personaJobs(personaId: $personaId, filter: $filter, sort: $sort, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          ...MatchCard\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"];
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
export function graphql(source: "\n  fragment PersonaFields on Persona {\n    id\n    fullName\n    email\n    currentRole\n    yearsExperience\n    homeCity\n    targetRoles\n    targetSkills\n    remotePreference\n    minimumBaseSalary\n    salaryCurrency\n    commutableCities\n    industryExclusions\n    minimumFitThreshold\n  }\n"): (typeof documents)["\n  fragment PersonaFields on Persona {\n    id\n    fullName\n    email\n    currentRole\n    yearsExperience\n    homeCity\n    targetRoles\n    targetSkills\n    remotePreference\n    minimumBaseSalary\n    salaryCurrency\n    commutableCities\n    industryExclusions\n    minimumFitThreshold\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EditedPersona($id: ID!) {\n    persona(id: $id) {\n      ...PersonaFields\n      ...PersonaSkills\n    }\n  }\n"): (typeof documents)["\n  query EditedPersona($id: ID!) {\n    persona(id: $id) {\n      ...PersonaFields\n      ...PersonaSkills\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdatePersona($id: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(id: $id, input: $input) {\n      ...PersonaFields\n    }\n  }\n"): (typeof documents)["\n  mutation UpdatePersona($id: ID!, $input: UpdatePersonaInput!) {\n    updatePersona(id: $id, input: $input) {\n      ...PersonaFields\n    }\n  }\n"];
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
export function graphql(source: "\n  query ExportResume($personaId: ID!) {\n    persona(id: $personaId) {\n      id\n      fullName\n    }\n    exportJsonResume(personaId: $personaId)\n  }\n"): (typeof documents)["\n  query ExportResume($personaId: ID!) {\n    persona(id: $personaId) {\n      id\n      fullName\n    }\n    exportJsonResume(personaId: $personaId)\n  }\n"];
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
export function graphql(source: "\n  query SkillSuggestions($prefix: String!) {\n    skillSuggestions(prefix: $prefix, first: 8)\n  }\n"): (typeof documents)["\n  query SkillSuggestions($prefix: String!) {\n    skillSuggestions(prefix: $prefix, first: 8)\n  }\n"];
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
export function graphql(source: "\n  fragment ViewerFields on User {\n    id\n    email\n    emailVerified\n    name\n    imageUrl\n    hasPassword\n    mustChangePassword\n  }\n"): (typeof documents)["\n  fragment ViewerFields on User {\n    id\n    email\n    emailVerified\n    name\n    imageUrl\n    hasPassword\n    mustChangePassword\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Me {\n    me {\n      ...ViewerFields\n    }\n  }\n"): (typeof documents)["\n  query Me {\n    me {\n      ...ViewerFields\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;
/**
 * Who may do what, written by hand from the contract and from nothing in the code: each operation × each role ×
 * whose it is. A new operation needs a line here; `operationId:how` is another line for another way to call it.
 *
 * The columns are the people of access-cast.ts; the four at the end come from another office or another desk. Each has
 * one letter, or three: what is their own, another's, and a case that waits for its turn. Their own is a case that they
 * reported or have been given; for who looks after a desk there is no such thing.
 *
 *   Y  it is done                       N  403 forbidden
 *   H  404, as if it were not there     C  refused by the case or the session itself: it is not theirs, or not now
 *   U  what the body names is, for this person, not there (400 or 422 with a pointer)
 *   .  does not exist
 */
export const accessTable = `
operation                       submitter tier-1 tier-2 supervisor admin | submitter tier-1 tier-2 supervisor

submitComplaint                 Y    Y    Y    N    N    |  Y    Y    Y    N
submitComplaint:forSomebody     N    Y    Y    N    N    |  N    Y    Y    N
submitComplaint:ofOtherDesk     Y    U    U    N    N    |  Y    U    U    N
findSimilarComplaints           Y    Y    Y    N    N    |  Y    Y    Y    N
listComplaints                  Y    Y    Y    Y    N    |  Y    Y    Y    Y
getComplaint                    YHY  YYY  YYY  .YY  .NN  |  .HH  .HH  .HH  .HH
getTimeline                     YHY  YYY  YYY  .YY  .NN  |  .HH  .HH  .HH  .HH
attachReport                    YYY  YYY  YYY  .NN  .NN  |  .HH  .HH  .HH  .NN
attachReport:forSomebody        NNN  YYY  YYY  .NN  .NN  |  .HH  .HH  .HH  .NN
acknowledgeComplaint            NNN  YCC  YCC  .YC  .NN  |  .NN  .HH  .HH  .HH
resolveComplaint                NNN  YCC  YCC  .YY  .NN  |  .NN  .HH  .HH  .HH
escalateComplaint               NNN  YCC  CCC  .YY  .NN  |  .NN  .HH  .HH  .HH
askComplaint                    NNN  YCC  YCC  .YC  .NN  |  .NN  .HH  .HH  .HH
resumeComplaint                 NNN  YCC  YCC  .YC  .NN  |  .NN  .HH  .HH  .HH
reassignComplaint               NNN  NNN  NNN  .YY  .NN  |  .NN  .NN  .NN  .HH
reassignComplaint:named         NNN  NNN  NNN  .YY  .NN  |  .NN  .NN  .NN  .HH
mergeComplaint                  NNN  YCC  YCC  .YY  .NN  |  .NN  .HH  .HH  .HH
mergeComplaint:intoOtherDesk    NNN  UUU  UUU  .UU  .NN  |  .NN  .HH  .HH  .HH
correctComplaint                NNN  YCC  YCC  .YY  .NN  |  .NN  .HH  .HH  .HH
correctComplaint:toOtherDesk    NNN  YCC  YCC  .YY  .NN  |  .NN  .HH  .HH  .HH
detachReport                    NNN  YCC  YCC  .YY  .NN  |  .NN  .HH  .HH  .HH
reopenComplaint                 YHC  YCC  YCC  .YC  .NN  |  .HH  .HH  .HH  .HH
withdrawComplaint               YHY  NNN  NNN  .NN  .NN  |  .HH  .NN  .NN  .NN
rateComplaint                   YHC  NNN  NNN  .NN  .NN  |  .HH  .NN  .NN  .NN
addMessage                      YHY  YYY  YYY  .YY  .NN  |  .HH  .HH  .HH  .HH
addMessage:note                 NHN  YYY  YYY  .YY  .NN  |  .HH  .HH  .HH  .HH
listMessages                    YHY  YYY  YYY  .YY  .NN  |  .HH  .HH  .HH  .HH
putPresence                     NNN  YYY  YYY  .YY  .NN  |  .NN  .HH  .HH  .HH
uploadAttachment                Y    Y    Y    Y    N    |  Y    Y    Y    Y
getAttachmentLimits             Y    Y    Y    Y    N    |  Y    Y    Y    Y
downloadAttachment              YH.  YH.  YH.  YH.  .N.  |  YH.  YH.  YH.  YH.
downloadAttachment:ofReport     YHY  YYY  YYY  .YY  .NN  |  .HH  .HH  .HH  .HH
downloadAttachment:ofReply      YHY  YYY  YYY  .YY  .NN  |  .HH  .HH  .HH  .HH
downloadAttachment:ofNote       HHH  YYY  YYY  .YY  .NN  |  .HH  .HH  .HH  .HH
exportCases                     N    N    N    Y    N    |  N    N    N    Y
reportOverview                  N    N    N    Y    N    |  N    N    N    Y
reportFairness                  N    N    N    Y    N    |  N    N    N    Y
reportSla                       N    N    N    Y    N    |  N    N    N    Y
reportDuplicates                N    N    N    Y    N    |  N    N    N    Y

openIncident                    N    Y    Y    Y    N    |  N    U    U    U
listIncidents                   Y    Y    Y    Y    Y    |  Y    Y    Y    Y
getIncident                     H    Y    Y    Y    H    |  H    H    H    H
getIncident:published           Y    Y    Y    Y    Y    |  Y    Y    Y    Y
getIncidentTimeline             N    Y    Y    Y    N    |  N    H    H    H
getIncidentTimeline:published   N    Y    Y    Y    N    |  N    N    N    N
linkIncidentCases               N    Y    Y    Y    N    |  N    H    H    H
unlinkIncidentCase              N    Y    Y    Y    N    |  N    H    H    H
suggestIncidentCases            N    Y    Y    Y    N    |  N    H    H    H
changeIncident                  N    Y    Y    Y    N    |  N    H    H    H
resolveIncident                 N    Y    Y    Y    N    |  N    H    H    H
resolveIncident:published       N    Y    Y    Y    N    |  N    N    N    N

requestSession                  NNN  YCC  YCC  .NN  .NN  |  .NN  .UU  .UU  .NN
getServerSession                .N.  YY.  YY.  .Y.  .N.  |  .N.  .H.  .H.  .H.
extendServerSession             .N.  YC.  YC.  .Y.  .N.  |  .N.  .H.  .H.  .H.
endServerSession                .N.  YC.  YC.  .Y.  .N.  |  .N.  .H.  .H.  .H.
getServerConnection             .N.  YC.  YC.  .N.  .N.  |  .N.  .H.  .H.  .N.
listOfficeServers               N    Y    Y    Y    Y    |  N    Y    Y    Y
getOfficeServer                 N    Y    Y    Y    Y    |  N    Y    Y    Y

listAgents                      N    Y    Y    Y    Y    |  N    N    N    N
putAvailability                 .N.  YN.  YN.  .Y.  .N.  |  .N.  .N.  .N.  .N.
putCapacity                     .N.  NN.  NN.  .Y.  .N.  |  .N.  .N.  .N.  .N.
getRotation                     N    Y    Y    Y    Y    |  N    N    N    N
listTurns                       N    Y    Y    Y    Y    |  N    N    N    N
putRoster                       N    N    N    Y    N    |  N    N    N    N
decodePayloads                  N    N    N    Y    N    |  N    N    N    Y
encodePayloads                  N    N    N    Y    N    |  N    N    N    Y
listSavedReplies                N    Y    Y    Y    N    |  N    N    N    N
createSavedReply                N    N    N    Y    N    |  N    N    N    N
changeSavedReply                N    N    N    Y    N    |  N    N    N    N
deleteSavedReply                N    N    N    Y    N    |  N    N    N    N

getSession                      Y    Y    Y    Y    Y    |  Y    Y    Y    Y
signOut                         Y    Y    Y    Y    Y    |  Y    Y    Y    Y
listSessions                    Y    Y    Y    Y    Y    |  Y    Y    Y    Y
endOtherSessions                Y    Y    Y    Y    Y    |  Y    Y    Y    Y
endSession                      YH.  YH.  YH.  YH.  YH.  |  YH.  YH.  YH.  YH.
getSecondFactor                 Y    Y    Y    Y    Y    |  Y    Y    Y    Y
beginSecondFactor               Y    Y    Y    Y    Y    |  Y    Y    Y    Y
confirmSecondFactor             Y    Y    Y    Y    Y    |  Y    Y    Y    Y
renewRecoveryCodes              Y    Y    Y    Y    Y    |  Y    Y    Y    Y
removeSecondFactor              Y    Y    Y    Y    Y    |  Y    Y    Y    Y
changePassword                  Y    Y    Y    Y    Y    |  Y    Y    Y    Y
createToken                     Y    Y    Y    Y    Y    |  Y    Y    Y    Y
listTokens                      YN.  YN.  YN.  YN.  YY.  |  YN.  YN.  YN.  YN.
getPersonalData                 YN.  YN.  YN.  YN.  YY.  |  YN.  YN.  YN.  YN.
revokeToken                     YH.  YH.  YH.  YH.  YY.  |  YH.  YH.  YH.  YH.
listNotifications               Y    Y    Y    Y    Y    |  Y    Y    Y    Y
markNotificationRead            YH.  YH.  YH.  YH.  YH.  |  YH.  YH.  YH.  YH.
markAllNotificationsRead        Y    Y    Y    Y    Y    |  Y    Y    Y    Y
getNotificationChoices          Y    Y    Y    Y    Y    |  Y    Y    Y    Y
chooseNotifications             Y    Y    Y    Y    Y    |  Y    Y    Y    Y
followEvents                    Y    Y    Y    Y    Y    |  Y    Y    Y    Y

listDesks                       Y    Y    Y    Y    Y    |  Y    Y    Y    Y
getDesk                         Y    Y    Y    Y    Y    |  Y    Y    Y    Y
listOffices                     Y    Y    Y    Y    Y    |  Y    Y    Y    Y
getOffice                       Y    Y    Y    Y    Y    |  Y    Y    Y    Y
listSystems                     Y    Y    Y    Y    Y    |  Y    Y    Y    Y
getSystem                       Y    Y    Y    Y    Y    |  Y    Y    Y    Y
${onlyAdmins([
  ...['createDesk', 'putDesk', 'patchDesk', 'putDeskSettings'],
  ...['createOffice', 'putOffice', 'patchOffice', 'deleteOffice'],
  ...['createSystem', 'putSystem', 'patchSystem', 'deleteSystem'],
  ...['createOfficeServer', 'putOfficeServer', 'patchOfficeServer', 'deleteOfficeServer'],
  ...['createUser', 'listUsers', 'getUser', 'putUser', 'patchUser', 'deleteUser'],
  ...['deactivateUser', 'reactivateUser', 'resetPassword', 'resetSecondFactor', 'anonymiseUser', 'listAudit'],
  ...['createWebhook', 'listWebhooks', 'getWebhook', 'changeWebhook', 'removeWebhook', 'renewWebhookSecret'],
  ...['listWebhookDeliveries', 'redeliver', 'importTable', 'exportTable'],
  ...['getMailConfiguration', 'sendTestMail'],
])}`;

/** What anybody may call without signing in. Everything else answers nobody with 401. */
export const openToAnyone = [
  ...['signIn', 'beginOidcSignIn', 'finishOidcSignIn'],
  ...['getLiveness', 'getReadiness', 'getMetrics', 'getOpenApi', 'getProblemType'],
];

function onlyAdmins(operationIds: string[]): string {
  return operationIds.map((operationId) => `${operationId}  N N N N Y | N N N N`).join('\n');
}

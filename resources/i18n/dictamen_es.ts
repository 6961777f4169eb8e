<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_PR" sourcelanguage="en">
    <context>
        <name>clock</name>
        <message>
            <source>Overdue {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tomorrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>under 1 min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yesterday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} d {1} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} h {1:02} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} min</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>desktop</name>
        <message>
            <source>Something went wrong in the program, and the last step may not be done. What was saved is kept. Try again; if it happens again, close Dictamen and start it anew.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>exchange</name>
        <message>
            <source>1 part is still to be chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A parcel is sealed to one site and signed by this one. It is taken whole or not at all; what two sites changed is settled by a person.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A signed decision is never undone: a decided version stands as a whole. The letters of all versions stay with the case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another version is decided.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As other sites are to know it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call {0} and compare the fingerprint: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Case {0} was changed at two sites</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases go to another site in a sealed file that only that site can open, without a network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a value for each part: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose all of this version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose what stands, part by part or as a whole. Every version stays in the history.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided: {0}, by {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a site by its card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything is chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exchange with other sites</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fingerprint</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fingerprint {0}. Read it out when another site enters your card.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From {0}: {1} cases, {2} revisions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left out, because purged here: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let this version stand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of this site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No other site is entered yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing differs but who saved it last.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing new: this parcel was unpacked {0} by {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to pack: the site has everything already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers with commas between; empty for all that the site may lack.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only a person who administers the casebook names this site and enters others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other sites</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pack a parcel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Packed: {0} cases, {1} revisions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Packing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save this site's card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save what is chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sites and parcels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped; nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are the same: enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This site has no name yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpack a parcel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpacking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version {0}, {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version {0}, {1}: as it was before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What differs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is new is added to the casebook, and shown as the other site's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>must be a site card, a short text file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} (as it was before)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} have two versions now; the worklist marks them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} parts are still to be chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}, {1}: {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>history</name>
        <message>
            <source>1 entry.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 field differs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 finding.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 revision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As it was signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Audit trail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the casebook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking, revision {0} of {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each stands as it was signed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter shows the history of the case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the first day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the last day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything that was saved, signed, opened, exported and unlocked, by whom and when.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export list (CSV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export the audit trail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History of case {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Is the casebook whole?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letters of this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lists (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at the kept letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looks at the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No letter was signed yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not as it was signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing differs between these two.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open revision {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Place {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading, place {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reads every revision, and tells what does not fit and where it began.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Revision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Revision {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Revision {0}, {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved at {0} on {1} {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved {0} {1} by {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show entries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign and export report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed by {0}, {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped. The casebook was not checked to its end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped. The entries shown are those of before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The casebook is whole: {0} revisions, nothing found. The check is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clock stood behind an earlier entry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The kept file is missing, unreadable, or another one than was signed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The kept file is unchanged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The letter names no place in a casebook that could be compared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is before the first day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not your passphrase. Nothing was signed; try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time not readable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type your passphrase to sign.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With members' names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Written to {0}. The export is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your passphrase, to sign the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} by {1}. Nothing here can be changed; Enter opens a revision as it was.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} entries.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} fields differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} findings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} of {1} do not stand as they should.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} revisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}, case {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>keeping</name>
        <message>
            <source>A case is kept for the plan's years after it was last saved. Then one person proposes it, and another one purges it for good. Backups made before hold it until newer ones replace them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A case on hold is kept whatever its retention, for a court or an audit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back up now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backups made before still hold what is gone until newer ones replace them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Browse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Case number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases are kept for the years that the plan names. Then two people may purge them together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases past their retention</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cases that change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check this computer's date: the newest save of a case lies {0} days back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking the backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking the copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a backup.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder on another disk; then each day of use is backed up by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the folder of the backups.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copying the attachments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copying the casebook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the number of the case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter your name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter your passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder for backups, on another disk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of the backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of the daily backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last saved {0}, kept until {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let in again: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking at the cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name and passphrase as they were when the backup was made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No case is on hold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No case is past its retention.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No daily backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No folder is chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No longer let in: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On hold for {0}, by {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One case is purged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One case would get back what it held then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One case would lose what was saved after the backup.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One revision would be lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One signed letter would be lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only a person who administers the casebook chooses the folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Past their retention</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Propose for purging</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proposed already, as {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proposed {0} by {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proposed. A second person confirms here, under their own name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purge these cases for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put on hold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Release</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Release {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace the casebook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore a backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restoring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retention</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Revisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody saved meanwhile; nothing was restored. Look at the backup again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The backup is checked first, and you see what would be lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The backup is made and checked: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The backup was stopped; nothing of it was kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The casebook here does not open with this name and passphrase, or is damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The casebook that is replaced stays beside it, sealed, under another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The daily backup was not made. {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last try failed: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next one is made at the first unlocking of another day. The last 14 are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The proposal is withdrawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no backup in this folder that can be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be undone: the content of these cases is removed from the casebook.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick the cases that you propose.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today's backup is still to be made: at the next unlocking, or now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting for a second person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was recorded of sittings since then stays in the former casebook alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What would be lost cannot be told.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without backups, a broken or stolen disk takes every case with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a court case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an appeal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an investigation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and {0} more cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and {0} more, shown when these are settled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and {0} older ones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>checked when it was made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>comes back as {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>daily</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>goes back to revision {0}; lost: {1}, {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is lost, {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one revision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saved {0} by {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} and {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cases are purged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cases would get back what they held.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cases would lose what was saved after the backup.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is not on hold any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is on hold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} revisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} revisions would be lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} signed letters would be lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}, to {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}, {1}, since {2} by {3}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>kit</name>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Member</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mon Tue Wed Thu Fri Sat Sun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Places</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a problem</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no month called {0}. Type it as 10-Nov-2026.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such day in the calendar. Type it as 10-Nov-2026.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This can be read as {0} or as {1}. Type the month by name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a date. Type it as 10-Nov-2026.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a number. Type it as 1.5.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a time. Type it as 14:05, on the 24-hour clock.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use a point for decimals, as in 1.5.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You are here</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>messages</name>
        <message>
            <source>Dismiss</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>people</name>
        <message>
            <source>A new key was begun and not finished: {0} of {1} revisions. Nothing is lost; go on, or give it up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Administers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Administers the casebook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another name brings a new signing key. Letters that you signed until now stay valid under the name that they carry. The casebook locks, and you sign in under the new name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change a role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a first passphrase together; it opens every case in this casebook.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the person.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the role.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose whether the casebook gets a new key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close somebody's way in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the way in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy for one minute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Data key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each person opens the casebook with a passphrase and signs letters with a key of their own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the new name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter your passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything is sealed anew, so that somebody who left and still knows the present key opens nothing of it. Nobody's passphrase changes; everybody signs in again. Others can work on meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a new data key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the casebook a new key at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give up what was begun</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I have it on paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It has letters and digits only. A zero has a stroke through it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It opens the casebook and signs your letters. Nobody can read it, and nobody can recover it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the present key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep this sheet in a safe. Whoever has it can set an administrator's passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left on {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let somebody in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Let this person in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lets people in, changes them, and gives new keys.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>License</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made on {0} by {1}. A new one makes it worthless.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a recovery key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New data key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only a person who administers the casebook does this. Ask one of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only where the name changed as well.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase until now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People and keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print it or write it down now, and keep it in a safe; it is not shown again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recovery key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recovery key of the casebook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset a forgotten passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset a passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset the passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Revoke it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in under your new name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody leaves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop and keep the present key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The casebook has a new key. Sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The casebook keeps its present key; nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key is in the clipboard for one minute, or until you lock.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The person gets a new passphrase and a new signing key. The former key is lost for ever; what was signed with it stays valid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The person gets in no more. What they did and signed stays, and nobody else gets the name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The person signs in again, and a new role brings a new signing key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is none. If the only administrator forgets the passphrase, nobody can let them in. A recovery key in a safe can: it gives an administrator a new passphrase, nothing else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To use it: “Use the recovery key” where the casebook is unlocked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a copy of the file, the person could still open what is sealed under the present one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Working</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your passphrase is changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your role is changed. Sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} gets in no more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has the new role from the next sign-in on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} may use the casebook now, with the passphrase you chose.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} signs in with the passphrase you chose, and has a new signing key.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>places</name>
        <message>
            <source>Audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People and keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worklist</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>review</name>
        <message>
            <source>0 for none; leave it empty until you ask.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 cell in {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 document is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 document missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 question is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>10-Nov-2026</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>14:05</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>16-Nov-2026</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>; planned later: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A continuation is for cycle 2 or a later one: enter its number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A laboratory value cannot be used; this request has no page for such values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A physician reviewer asks: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A physician reviewer decides.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A physician reviewer returned this case with a question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A preview: {0}. Nothing is signed yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a document to this question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add another document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address, line {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All changes saved, {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All criteria met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All {0} checks passed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Amendment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another method</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer the question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer what the record shows: {0}. The clock keeps running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answered: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answered: {0}. Document missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approve in part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As asked: {0} cycle, {1} units</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask the prescriber for: {0}. The clock keeps running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At most {0} characters; this is {1} too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attach a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attach files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attached file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Authorization</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Authorization asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the worklist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to worklist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begins on page {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begins on this page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Birth date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bitmap picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Body surface area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Born</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cannot be shown here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chart note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check before you sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose what kind of document it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose what to do with this case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose why the first cycle needs more days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close what is open, or the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Complete the request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continuation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continue to criteria</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continue to decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continue to dose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continue to letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continue to request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continue to response</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct the laboratory values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Course</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Criteria</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Criteria are still open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cycle 2 or later, whoever paid for those before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cycle asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cycle timeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cycle {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cycle {0} comes next.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cycle {0} is asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cycle {0} of at most {1} ({2})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cycle {0} of {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cycle {0}, the first of the course</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cycle {0}, {1} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cycles that another plan paid for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date of day {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day 1 is the first treatment day: enter the same date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day {0}, {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day {0}: more than {1} above the limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day {0}: rounded, within {1} of the limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days {0} may move by {1} days, with at least {2} days between doses. From the label, no criterion.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decision due {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Denial</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deny</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Diagnosis codes (ICD-10), with commas</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discarded units</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discarded units are for the provider's claim (JW modifier) and decide nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disease outside the marrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do the next step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Document that begins on this page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dose and schedule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Doses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Doses asked for, if stated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each line that applies was answered and documented.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>English</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a date for each treatment day, or for none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a number from {0} to {1} with at most 1 decimal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a number from {0} to {1} with at most {2} decimals.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a whole number from {0} to {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter an amount in mg for each day, above 0 and not too high, or for none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter height and weight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter how many cycles are asked for: 1 or more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter it as a fraction, such as 0.0001 for 1 cell in 10,000.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the ANC in ×10^9/L, 0 to {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the birth date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the blasts in percent of the cells, 0 to 100.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the day on which the request came in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the first treatment day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the given names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the height in cm, {0} to {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the member ID.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the number of the cycle in which they were taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the number of the cycle.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the page as a whole number, from 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the platelets in ×10^9/L, 0 to {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the prescriber's NPI.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the prescriber's name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the surnames.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the time at which the request came in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the title of the document.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the weight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the weight in kg, {0} to {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every criterion that applies is met ({0}). More is asked for than the policy allows: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every criterion that applies is met ({0}). The dose is within the limit. The decision is yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expedited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Extend cycle 1 to {0} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finding so far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First cycle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First treatment day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Flow cytometry</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Formula</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>GIF picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give your reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Given names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Good to know</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HEIC picture, cannot be shown here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Height</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Height and weight are missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Height and weight are missing, so no dose can be authorized.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Height and weight are missing. Without them no dose can be computed or authorized.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History of the case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Holds {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many cycles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the policy measures a response</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If the record has them. They are compared with the policy's definitions; you answer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Imaging</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In cycle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In this file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Initial</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It opens your signing key for this one letter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It waits for a physician reviewer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>JPEG picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keeps the case open; the clock runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Laboratory result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Laboratory values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language of the letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Large print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Large print, 18 points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Larger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Length of cycle 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letter language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letter {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letters of this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leukemic blasts in the blood</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Longer than {0}, as asked: {1} ({2})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MBI, if known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRD is positive.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRD result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark as not seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark as seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Marrow blasts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measured</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measured on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measurements</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Member</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Member ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Method</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More is asked for than one approval may cover; see Dose and schedule.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NPI</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name not entered yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs a document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Negative</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Neutrophils (ANC)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next open question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No answer changes this: cycle {0} is asked for, and that decides alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No document has been named yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No document shows this yet. It counts as open until one does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No document yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No file is attached yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No program on this computer opened the letter. Open and print it yourself: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No recommendation yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No response that counts, so no dose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has approved or paid for this treatment before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has taken it over yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody referred this case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not answered yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not known yet. Missing: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not met: a physician reviewer decides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not met: {0}. Refer the case to a physician reviewer, or decide it as one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not met: {0}. The program never denies; a physician reviewer decides.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not shown negative: a method that finds {0} cannot show it; {1} is needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not shown negative: the result is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not shown negative: the sensitivity of the method is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not stated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note for the physician reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing asked for is above the limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is signed until you press Sign. A signed decision is never overwritten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to save yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was signed: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One field of the case is missing or cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One field of the case is missing or cannot be used. The dose plan comes once it is mended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only a physician reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only a physician reviewer may deny or approve in part. Nothing is signed until you press Sign.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only a reviewer or a physician reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only cycle 1 can be made longer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Or drop files here, or paste a picture. Each is sealed into the casebook, up to 100 MB.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PCR</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PDF files and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp);;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PNG picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page width</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page {0} of {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page, finding, steps, footer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Partial approval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pasted picture.png</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pathology report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone, if known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Physician reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Physician statement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Platelets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Positive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prescriber</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Present</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preview letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preview, not signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Print letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Printed as it stands here: the letter is a file and is never redrawn.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Priority</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Procedure code (HCPCS)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purpose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quality assurance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Question for the reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read it once more, then sign with your passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Received at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Received on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recommendation: approve cycle {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recommendation: approve in part, cycle {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recommendation: ask for what is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recommendation: refer to a physician reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refer to a physician reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Referred by {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Request for documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Response</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Response after it not stated yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Response after it: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Response before cycle {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Return to the reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save a copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save a copy that anybody can read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved as {0}. Anybody who gets this file can read it; remove it when you do not need it any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say in which file it lies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say why, for this member, in plain words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sealing a file, {0} so far.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sealing a file, {0} so far. {1} more to come.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Section {0} of {1}, as approved {2}. {3}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seen by {0}, {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sensitivity, as a fraction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sequencing (NGS)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show finding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the whole finding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show {0} in {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shown by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign approval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign denial</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign partial approval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign request for documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed by {0}, {1}. Letter {2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Smaller</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spanish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start cycle {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Surnames</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>TIFF picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take cycle {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the case over first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The birth date is after the first treatment day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case is not complete yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The case is with a physician reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The criteria are met, but height and weight are missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The dose is the same for everyone; it needs no measurement.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The dose of cycle {0} depends on this: {1}; {2}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file cannot be shown: {0}. Restore it from a backup.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last change is not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The letter cannot be taken back. The case stays open and its clock keeps running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The member's course</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The question is answered so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The request is not complete yet; see the page Request.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The table's mg, whatever the body size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The table's mg/kg times the weight.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The usual time to decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The weight is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The weight is missing, so no dose can be authorized.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The weight is missing. Without it no dose can be computed or authorized.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no letter to show: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no letter yet. Choose a decision first; handing the case over makes none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These values show: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This PDF file is damaged and cannot be shown. Ask for another copy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This PDF file is protected by a password. Ask for a copy without one, or save a copy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be undone. A later decision is added to it and never overwrites it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This case is decided. A later decision is added to it and never overwrites it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This case makes an approved first cycle longer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This case makes the first cycle longer that letter {0} approved, to {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is before the policy came into force.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no Medicare number: 11 letters and digits, such as 1EG4TE5MK73.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no NPI: 10 digits, of which the last checks the others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not later than the date before it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not your passphrase. Nothing was signed; try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture is damaged and cannot be shown. Ask for another copy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture is too large to be shown ({0} by {1} pixels). It is kept; save a copy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This report shows MRD negativity.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This will be signed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ticking a document counts at once. Ctrl Z takes it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To authorize</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Treatment dates, if stated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Treatment day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Treatment plan</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Turn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type your passphrase to sign.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use this answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Usual print</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Vials of {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting could harm the member</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>WebP picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What came in, in the order of the papers. Each field is saved when you leave it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What can follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is not met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the decision rests on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the policy allows: {0} cycle, {1} units</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What would change this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which document shows it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whole cycle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why the first cycle needs more days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this does not hold in {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this holds in {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this part of {0} is met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this part of {0} is not met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this part of {0} is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why {0} is met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why {0} is not met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why {0} is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a specific reason, printed on the notice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With your note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With your question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without height and weight no dose can be authorized.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without the weight no dose can be authorized; the height is not needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worklist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the note.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the question.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You took it over {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your reason, printed on the letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a dose above the limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>above {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>approved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as in 10-Nov-2026</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at least {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at most {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>attached {0} by {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>below {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cycle {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>expedited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it has no document yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is not answered yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>letter {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>line {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>made longer by letter {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>neither</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on the first treatment day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>page {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>present</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>standard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the cases in this casebook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>treatment-free</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} ({1} y)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} KB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} after the first treatment day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} and {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} before the first treatment day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} by {1}, {2}, {3}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cannot be shown here. Save a copy to open it with another program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cycles, where one approval covers {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} days, both included</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} days, {1} cycle</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} days, {1} cycles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} documents are missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} documents missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} fields of the case are missing or cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} fields of the case are missing or cannot be used. The dose plan comes once they are mended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is unusually high. If the report gives it per microliter, it is {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} of {1} answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} of {1} checks did not pass</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} on day {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} on days {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} on each treatment day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} on page {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} per microliter is {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} questions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} questions are open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} to {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} to {1}, both included: {2} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} took it over {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} units</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} units, BSA {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} was taken off the case. Ctrl Z takes that back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}, cycle {1}, {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}, last day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}, page {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}, page {1} of {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}. Give your reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}. Nothing can be approved before that is here; the clock keeps running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}. Rounded half up to {1} decimals, then multiplied by the table's mg/m².</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}: not answered yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}: {1}, document missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}: {1}, {2}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>settings</name>
        <message>
            <source>Also Ctrl +, Ctrl - and Ctrl 0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As the computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Casebook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl L locks at any time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each change holds at once and is kept on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language of the screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock without a key or a click for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} minutes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>start</name>
        <message>
            <source>Administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After several failed attempts the next one has to wait: {0} seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As it is signed on letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At least {0} characters. Several words are easy to remember.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the role.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create the casebook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Creating</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Eight groups of four letters and digits; spaces and hyphens do not matter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the administrator's name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the license number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the recovery key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter your name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter your passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fair: {0}. One word more makes it strong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It gives an administrator a new passphrase and a new signing key. The former signing key is lost for ever. That the key was used is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>License number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Making the keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Physician reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quality assurance</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recovery key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore a backup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set the passphrase and unlock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Strong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The casebook would lie in {0}, but {1}. Saves can be lost there; choose a local folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cases on this computer are sealed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The passphrase must be at least {0} characters long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two passphrases differ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This passphrase is guessed easily: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too easy to guess: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type the passphrase again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock the casebook</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock with a passphrase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlocking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the recovery key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weak: {0}. One or two words more make it strong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your passphrase seals every case on this computer and signs your letters. Nobody can recover it: without it, what only you can open is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} characters: too short</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>window</name>
        <message>
            <source>Back to the worklist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Larger text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next part of the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open case file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Smaller text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text of the usual size</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>worklist</name>
        <message>
            <source>1 case is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 case.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 document: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 field of the request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 question open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A case moves here when its letter is signed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A physician reviewer decides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A signed decision is never overwritten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Approved in part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Case files (*.json)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check and decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose which version stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear the search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clock not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continuation, cycle {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Denied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Due in 4 hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expedited</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find member, case or ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Height and weight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Initial, cycle {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Member</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names are found with or without accents.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Needs documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No case is with a physician reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No case matches “{0}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No case needs documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is decided yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is due in 4 hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open case file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Physician reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quality assurance reads cases and does not change them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ready to decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Request not readable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved on this computer, sealed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signed by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Soonest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start a request, or open a case file you received.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With physician reviewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worklist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>new</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>receipt is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the next is due in {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cases are open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cases were added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} cases.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} decides</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} fields of the request</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} more files could not be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} questions open</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>

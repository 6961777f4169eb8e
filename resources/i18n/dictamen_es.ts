<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_PR" sourcelanguage="en">
    <context>
        <name>clock</name>
        <message>
            <source>Overdue {0}</source>
            <translation>Vencido por {0}</translation>
        </message>
        <message>
            <source>today</source>
            <translation>hoy</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>mañana</translation>
        </message>
        <message>
            <source>under 1 min</source>
            <translation>menos de 1 min</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>ayer</translation>
        </message>
        <message>
            <source>{0} d</source>
            <translation>{0} d</translation>
        </message>
        <message>
            <source>{0} d {1} h</source>
            <translation>{0} d {1} h</translation>
        </message>
        <message>
            <source>{0} h</source>
            <translation>{0} h</translation>
        </message>
        <message>
            <source>{0} h {1:02} min</source>
            <translation>{0} h {1:02} min</translation>
        </message>
        <message>
            <source>{0} min</source>
            <translation>{0} min</translation>
        </message>
    </context>
    <context>
        <name>desktop</name>
        <message>
            <source>Something went wrong in the program, and the last step may not be done. What was saved is kept. Try again; if it happens again, close Dictamen and start it anew.</source>
            <translation>Algo falló en el programa, y es posible que el último paso no se haya completado. Lo guardado se conserva. Intente otra vez; si vuelve a ocurrir, cierre Dictamen y ábralo de nuevo.</translation>
        </message>
    </context>
    <context>
        <name>exchange</name>
        <message>
            <source>1 part is still to be chosen.</source>
            <translation>Falta escoger 1 parte.</translation>
        </message>
        <message>
            <source>A parcel is sealed to one site and signed by this one. It is taken whole or not at all; what two sites changed is settled by a person.</source>
            <translation>Un paquete se sella para una sola sede y lo firma esta. Se recibe completo o no se recibe; una persona resuelve lo que cambiaron dos sedes.</translation>
        </message>
        <message>
            <source>A signed decision is never undone: a decided version stands as a whole. The letters of all versions stay with the case.</source>
            <translation>Una decisión firmada nunca se deshace: una versión decidida queda completa. Las cartas de todas las versiones se quedan con el caso.</translation>
        </message>
        <message>
            <source>A site that lost a parcel or went back to a backup writes a list of what it has; with it, the parcel holds just what that site lacks.</source>
            <translation>Una sede que perdió un paquete o volvió a una copia de seguridad escribe una lista de lo que tiene; con ella, el paquete contiene solo lo que le falta.</translation>
        </message>
        <message>
            <source>Another version is decided.</source>
            <translation>Otra versión está decidida.</translation>
        </message>
        <message>
            <source>As other sites are to know it.</source>
            <translation>Como las demás sedes deben conocerla.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Call {0} and compare the fingerprint: {1}</source>
            <translation>Llame a {0} y compare la huella: {1}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Case {0} was changed at two sites</source>
            <translation>El caso {0} se cambió en dos sedes</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Casos</translation>
        </message>
        <message>
            <source>Cases go to another site in a sealed file that only that site can open, without a network.</source>
            <translation>Los casos van a otra sede en un archivo sellado que solo esa sede puede abrir, sin red.</translation>
        </message>
        <message>
            <source>Choose a value for each part: {0}</source>
            <translation>Escoja un valor para cada parte: {0}</translation>
        </message>
        <message>
            <source>Choose all of this version</source>
            <translation>Escoger todo de esta versión</translation>
        </message>
        <message>
            <source>Choose what stands, part by part or as a whole. Every version stays in the history.</source>
            <translation>Escoja lo que vale, parte por parte o completo. Todas las versiones quedan en el historial.</translation>
        </message>
        <message>
            <source>Decided: {0}, by {1}</source>
            <translation>Decidido: {0}, por {1}</translation>
        </message>
        <message>
            <source>Do without it</source>
            <translation>Seguir sin ella</translation>
        </message>
        <message>
            <source>Enter a site by its card</source>
            <translation>Registrar una sede con su tarjeta</translation>
        </message>
        <message>
            <source>Everything is chosen.</source>
            <translation>Todo está escogido.</translation>
        </message>
        <message>
            <source>Exchange with other sites</source>
            <translation>Intercambio con otras sedes</translation>
        </message>
        <message>
            <source>Fingerprint {0}. Read it out when another site enters your card.</source>
            <translation>Huella {0}. Léala en voz alta cuando otra sede registre su tarjeta.</translation>
        </message>
        <message>
            <source>From {0}: {1} cases, {2} revisions.</source>
            <translation>De {0}: {1} casos, {2} revisiones.</translation>
        </message>
        <message>
            <source>Give it new keys</source>
            <translation>Darle llaves nuevas</translation>
        </message>
        <message>
            <source>Give this site new keys</source>
            <translation>Dar llaves nuevas a esta sede</translation>
        </message>
        <message>
            <source>Keep the name</source>
            <translation>Guardar el nombre</translation>
        </message>
        <message>
            <source>Left out, because purged here: {0}.</source>
            <translation>Omitidos, porque aquí se eliminaron: {0}.</translation>
        </message>
        <message>
            <source>Let this version stand</source>
            <translation>Dejar esta versión</translation>
        </message>
        <message>
            <source>Name of this site</source>
            <translation>Nombre de esta sede</translation>
        </message>
        <message>
            <source>No other site is entered yet.</source>
            <translation>Todavía no hay otra sede registrada.</translation>
        </message>
        <message>
            <source>Nothing differs but who saved it last.</source>
            <translation>Solo difiere quién guardó por última vez.</translation>
        </message>
        <message>
            <source>Nothing new: this parcel was unpacked {0} by {1}.</source>
            <translation>Nada nuevo: este paquete se abrió {0}; lo abrió {1}.</translation>
        </message>
        <message>
            <source>Nothing to pack: the site has everything already.</source>
            <translation>No hay nada que empacar: la sede ya lo tiene todo.</translation>
        </message>
        <message>
            <source>Numbers with commas between; empty for all that the site may lack.</source>
            <translation>Números separados por comas; en blanco, todos los que le puedan faltar a la sede.</translation>
        </message>
        <message>
            <source>Only a person who administers the casebook names this site and enters others.</source>
            <translation>Solo quien administra el registro de casos le da nombre a esta sede y registra otras.</translation>
        </message>
        <message>
            <source>Other sites</source>
            <translation>Otras sedes</translation>
        </message>
        <message>
            <source>Pack</source>
            <translation>Empacar</translation>
        </message>
        <message>
            <source>Pack a parcel</source>
            <translation>Empacar un paquete</translation>
        </message>
        <message>
            <source>Packed by the list {0}.</source>
            <translation>Se empaca según la lista {0}.</translation>
        </message>
        <message>
            <source>Packed: {0} cases, {1} revisions.</source>
            <translation>Empacado: {0} casos, {1} revisiones.</translation>
        </message>
        <message>
            <source>Packing</source>
            <translation>Empacando</translation>
        </message>
        <message>
            <source>Parcels of {0} are refused from then on, and none are packed for it. What came stays.</source>
            <translation>Desde entonces se rechazan los paquetes de {0}, y no se empaca ninguno para esa sede. Lo que llegó se queda.</translation>
        </message>
        <message>
            <source>Parcels that are on their way here open no more, and every other site needs your card again.</source>
            <translation>Los paquetes que vienen en camino ya no se abren, y todas las demás sedes necesitan otra vez su tarjeta.</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Parte</translation>
        </message>
        <message>
            <source>Quality assurance reads the casebook and neither packs nor unpacks parcels.</source>
            <translation>Control de calidad lee el registro de casos y no empaca ni abre paquetes.</translation>
        </message>
        <message>
            <source>Save this site's card</source>
            <translation>Guardar la tarjeta de esta sede</translation>
        </message>
        <message>
            <source>Save what is chosen</source>
            <translation>Guardar lo escogido</translation>
        </message>
        <message>
            <source>Sites and parcels</source>
            <translation>Sedes y paquetes</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>Stopped; nothing was changed.</source>
            <translation>Se detuvo; no cambió nada.</translation>
        </message>
        <message>
            <source>Take it out</source>
            <translation>Quitarla</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>Sacar</translation>
        </message>
        <message>
            <source>Take out {0}</source>
            <translation>Sacar {0}</translation>
        </message>
        <message>
            <source>The list is written: {0} cases and letters.</source>
            <translation>La lista está escrita: {0} casos y cartas.</translation>
        </message>
        <message>
            <source>They are the same: enter</source>
            <translation>Son iguales: registrar</translation>
        </message>
        <message>
            <source>This site</source>
            <translation>Esta sede</translation>
        </message>
        <message>
            <source>This site has no name yet.</source>
            <translation>Esta sede todavía no tiene nombre.</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Para</translation>
        </message>
        <message>
            <source>Unpack</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Unpack a parcel</source>
            <translation>Abrir un paquete</translation>
        </message>
        <message>
            <source>Unpacking</source>
            <translation>Abriendo el paquete</translation>
        </message>
        <message>
            <source>Use the site's list</source>
            <translation>Usar la lista de la sede</translation>
        </message>
        <message>
            <source>Version {0}, {1}</source>
            <translation>Versión {0}, {1}</translation>
        </message>
        <message>
            <source>Version {0}, {1}: as it was before</source>
            <translation>Versión {0}, {1}: como estaba antes</translation>
        </message>
        <message>
            <source>What differs</source>
            <translation>Lo que difiere</translation>
        </message>
        <message>
            <source>What is new is added to the casebook, and shown as the other site's.</source>
            <translation>Lo nuevo se añade al registro de casos y se muestra como de la otra sede.</translation>
        </message>
        <message>
            <source>Write a list of what is here</source>
            <translation>Escribir una lista de lo que hay aquí</translation>
        </message>
        <message>
            <source>Writing the list</source>
            <translation>Escribiendo la lista</translation>
        </message>
        <message>
            <source>this site</source>
            <translation>esta sede</translation>
        </message>
        <message>
            <source>{0} (as it was before)</source>
            <translation>{0} (como estaba antes)</translation>
        </message>
        <message>
            <source>{0} have two versions now; the worklist marks them.</source>
            <translation>{0} tienen ahora dos versiones; la lista de trabajo los marca.</translation>
        </message>
        <message>
            <source>{0} parts are still to be chosen.</source>
            <translation>Faltan {0} partes por escoger.</translation>
        </message>
        <message>
            <source>{0}, {1}: {2}</source>
            <translation>{0}, {1}: {2}</translation>
        </message>
        <message>
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
    </context>
    <context>
        <name>history</name>
        <message>
            <source>(nobody signed in)</source>
            <translation>(nadie había entrado)</translation>
        </message>
        <message>
            <source>1 entry.</source>
            <translation>1 entrada.</translation>
        </message>
        <message>
            <source>1 field differs.</source>
            <translation>Difiere 1 campo.</translation>
        </message>
        <message>
            <source>1 finding.</source>
            <translation>1 hallazgo.</translation>
        </message>
        <message>
            <source>1 person</source>
            <translation>1 persona</translation>
        </message>
        <message>
            <source>1 revision</source>
            <translation>1 revisión</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Después</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Todo</translation>
        </message>
        <message>
            <source>As it was signed</source>
            <translation>Tal como se firmó</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Auditoría</translation>
        </message>
        <message>
            <source>Audit trail</source>
            <translation>Registro de auditoría</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Antes</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Caso</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Cambios</translation>
        </message>
        <message>
            <source>Check the casebook</source>
            <translation>Comprobar el registro de casos</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>Comprobando</translation>
        </message>
        <message>
            <source>Checking, revision {0} of {1}</source>
            <translation>Comprobando, revisión {0} de {1}</translation>
        </message>
        <message>
            <source>Each stands as it was signed.</source>
            <translation>Cada una está tal como se firmó.</translation>
        </message>
        <message>
            <source>Enter shows the history of the case.</source>
            <translation>Intro muestra el historial del caso.</translation>
        </message>
        <message>
            <source>Enter the first day.</source>
            <translation>Escriba el primer día.</translation>
        </message>
        <message>
            <source>Enter the last day.</source>
            <translation>Escriba el último día.</translation>
        </message>
        <message>
            <source>Everything that was saved, signed, opened, exported and unlocked, by whom and when.</source>
            <translation>Todo lo que se guardó, firmó, abrió, exportó y desbloqueó, por quién y cuándo.</translation>
        </message>
        <message>
            <source>Export list (CSV)</source>
            <translation>Exportar lista (CSV)</translation>
        </message>
        <message>
            <source>Export the audit trail</source>
            <translation>Exportar el registro de auditoría</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Campo</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>Hallazgo</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Desde</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historial</translation>
        </message>
        <message>
            <source>History of case {0}</source>
            <translation>Historial del caso {0}</translation>
        </message>
        <message>
            <source>Is the casebook whole?</source>
            <translation>¿Está íntegro el registro de casos?</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Cartas</translation>
        </message>
        <message>
            <source>Letters of this case</source>
            <translation>Cartas de este caso</translation>
        </message>
        <message>
            <source>Lists (*.csv)</source>
            <translation>Listas (*.csv)</translation>
        </message>
        <message>
            <source>Looking at the kept letters</source>
            <translation>Revisando las cartas guardadas</translation>
        </message>
        <message>
            <source>Looks at the case</source>
            <translation>Consultas del caso</translation>
        </message>
        <message>
            <source>No letter was signed yet.</source>
            <translation>Todavía no se ha firmado ninguna carta.</translation>
        </message>
        <message>
            <source>Not as it was signed</source>
            <translation>No está como se firmó</translation>
        </message>
        <message>
            <source>Nothing differs between these two.</source>
            <translation>No hay diferencia entre estas dos.</translation>
        </message>
        <message>
            <source>Nothing yet</source>
            <translation>Nada todavía</translation>
        </message>
        <message>
            <source>Open revision {0}</source>
            <translation>Abrir la revisión {0}</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>Archivos PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Place {0}</source>
            <translation>Posición {0}</translation>
        </message>
        <message>
            <source>Reading, place {0}</source>
            <translation>Leyendo, posición {0}</translation>
        </message>
        <message>
            <source>Reads every revision, and tells what does not fit and where it began.</source>
            <translation>Lee cada revisión y dice qué no cuadra y dónde empezó.</translation>
        </message>
        <message>
            <source>Revision</source>
            <translation>Revisión</translation>
        </message>
        <message>
            <source>Revision {0}</source>
            <translation>Revisión {0}</translation>
        </message>
        <message>
            <source>Revision {0}, {1}</source>
            <translation>Revisión {0}, {1}</translation>
        </message>
        <message>
            <source>Saved at {0} on {1} {2}</source>
            <translation>Guardado a las {0} del {1} {2}</translation>
        </message>
        <message>
            <source>Saved {0} {1} by {2}</source>
            <translation>Guardado {0} {1} por {2}</translation>
        </message>
        <message>
            <source>Show entries</source>
            <translation>Mostrar las entradas</translation>
        </message>
        <message>
            <source>Sign and export report</source>
            <translation>Firmar y exportar el informe</translation>
        </message>
        <message>
            <source>Signed by {0}, {1}</source>
            <translation>Firmada por {0}, {1}</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>Stopped. The casebook was not checked to its end.</source>
            <translation>Se detuvo. El registro de casos no se comprobó hasta el final.</translation>
        </message>
        <message>
            <source>Stopped. The entries shown are those of before.</source>
            <translation>Se detuvo. Las entradas que se ven son las de antes.</translation>
        </message>
        <message>
            <source>The casebook is whole: {0} revisions, nothing found. The check is recorded.</source>
            <translation>El registro de casos está íntegro: {0} revisiones, ningún hallazgo. La comprobación queda anotada.</translation>
        </message>
        <message>
            <source>The clock stood behind an earlier entry</source>
            <translation>El reloj marcaba una hora anterior a la de otra entrada</translation>
        </message>
        <message>
            <source>The kept file is missing, unreadable, or another one than was signed.</source>
            <translation>El archivo guardado falta, no se puede leer o no es el que se firmó.</translation>
        </message>
        <message>
            <source>The kept file is unchanged.</source>
            <translation>El archivo guardado no ha cambiado.</translation>
        </message>
        <message>
            <source>The letter names no place in a casebook that could be compared.</source>
            <translation>La carta no nombra un lugar en un registro de casos que se pueda comparar.</translation>
        </message>
        <message>
            <source>This is before the first day.</source>
            <translation>Es anterior al primer día.</translation>
        </message>
        <message>
            <source>This is not your passphrase. Nothing was signed; try again.</source>
            <translation>Esta no es su frase de contraseña. No se firmó nada; intente otra vez.</translation>
        </message>
        <message>
            <source>Time not readable</source>
            <translation>La hora no se puede leer</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Hasta</translation>
        </message>
        <message>
            <source>Type your passphrase to sign.</source>
            <translation>Escriba su frase de contraseña para firmar.</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Qué</translation>
        </message>
        <message>
            <source>What changed</source>
            <translation>Qué cambió</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Cuándo</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Quién</translation>
        </message>
        <message>
            <source>With members' names</source>
            <translation>Con los nombres de los afiliados</translation>
        </message>
        <message>
            <source>Written to {0}. The export is recorded.</source>
            <translation>Se escribió en {0}. La exportación queda anotada.</translation>
        </message>
        <message>
            <source>Your passphrase, to sign the report</source>
            <translation>Su frase de contraseña, para firmar el informe</translation>
        </message>
        <message>
            <source>{0} by {1}. Nothing here can be changed; Enter opens a revision as it was.</source>
            <translation>{0}, por {1}. Aquí no se puede cambiar nada; Intro abre una revisión como estaba.</translation>
        </message>
        <message>
            <source>{0} entries.</source>
            <translation>{0} entradas.</translation>
        </message>
        <message>
            <source>{0} fields differ.</source>
            <translation>Difieren {0} campos.</translation>
        </message>
        <message>
            <source>{0} findings.</source>
            <translation>{0} hallazgos.</translation>
        </message>
        <message>
            <source>{0} of {1} do not stand as they should.</source>
            <translation>{0} de {1} no están como deben.</translation>
        </message>
        <message>
            <source>{0} people</source>
            <translation>{0} personas</translation>
        </message>
        <message>
            <source>{0} revisions</source>
            <translation>{0} revisiones</translation>
        </message>
        <message>
            <source>{0}, case {1}</source>
            <translation>{0}, caso {1}</translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation>{0}, {1}</translation>
        </message>
    </context>
    <context>
        <name>keeping</name>
        <message>
            <source>A case is kept for the plan's years after it was last saved. Then one person proposes it, and another one purges it for good. Backups made before hold it until newer ones replace them.</source>
            <translation>Un caso se conserva los años que fija el plan después de guardarse por última vez. Luego una persona lo propone y otra lo elimina para siempre. Las copias de seguridad anteriores lo contienen hasta que otras más nuevas las sustituyen.</translation>
        </message>
        <message>
            <source>A case on hold is kept whatever its retention, for a court or an audit.</source>
            <translation>Un caso retenido se guarda aunque pase su plazo, para un tribunal o una auditoría.</translation>
        </message>
        <message>
            <source>A physician, or who administers the casebook, releases it.</source>
            <translation>La libera un médico, o quien administra el registro de casos.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>Hacer una copia ahora</translation>
        </message>
        <message>
            <source>Backup</source>
            <translation>Copia de seguridad</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Copias de seguridad</translation>
        </message>
        <message>
            <source>Backups made before still hold what is gone until newer ones replace them.</source>
            <translation>Las copias anteriores contienen lo eliminado hasta que otras más nuevas las sustituyen.</translation>
        </message>
        <message>
            <source>Browse</source>
            <translation>Explorar</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Por</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Caso</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>Número de caso</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Casos</translation>
        </message>
        <message>
            <source>Cases are kept for the years that the plan names. Then two people may purge them together.</source>
            <translation>Los casos se conservan los años que fija el plan. Luego dos personas juntas los pueden eliminar.</translation>
        </message>
        <message>
            <source>Cases past their retention</source>
            <translation>Casos con el plazo de conservación cumplido</translation>
        </message>
        <message>
            <source>Cases that change</source>
            <translation>Casos que cambian</translation>
        </message>
        <message>
            <source>Check this computer's date: the newest save of a case lies {0} days back.</source>
            <translation>Verifique la fecha de esta computadora: lo último que se guardó de un caso está {0} días atrás.</translation>
        </message>
        <message>
            <source>Checking the backup</source>
            <translation>Comprobando la copia de seguridad</translation>
        </message>
        <message>
            <source>Checking the copy</source>
            <translation>Comprobando la copia</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Escoger</translation>
        </message>
        <message>
            <source>Choose a backup.</source>
            <translation>Escoja una copia de seguridad.</translation>
        </message>
        <message>
            <source>Choose a folder on another disk; then each day of use is backed up by itself.</source>
            <translation>Escoja una carpeta en otro disco; así cada día de uso se copia por sí solo.</translation>
        </message>
        <message>
            <source>Choose folder</source>
            <translation>Escoger carpeta</translation>
        </message>
        <message>
            <source>Choose the folder of the backups.</source>
            <translation>Escoja la carpeta de las copias de seguridad.</translation>
        </message>
        <message>
            <source>Choose the reason.</source>
            <translation>Escoja la razón.</translation>
        </message>
        <message>
            <source>Copying the attachments</source>
            <translation>Copiando los anejos</translation>
        </message>
        <message>
            <source>Copying the casebook</source>
            <translation>Copiando el registro de casos</translation>
        </message>
        <message>
            <source>Enter the number of the case.</source>
            <translation>Escriba el número del caso.</translation>
        </message>
        <message>
            <source>Enter your name.</source>
            <translation>Escriba su nombre.</translation>
        </message>
        <message>
            <source>Enter your passphrase.</source>
            <translation>Escriba su frase de contraseña.</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>Folder for backups, on another disk</source>
            <translation>Carpeta para las copias, en otro disco</translation>
        </message>
        <message>
            <source>Folder of the backups</source>
            <translation>Carpeta de las copias</translation>
        </message>
        <message>
            <source>Folder of the daily backups</source>
            <translation>Carpeta de las copias diarias</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>Retención</translation>
        </message>
        <message>
            <source>Last backup</source>
            <translation>Última copia</translation>
        </message>
        <message>
            <source>Last saved {0}, kept until {1}</source>
            <translation>Guardado por última vez {0}; se conserva hasta {1}</translation>
        </message>
        <message>
            <source>Let in again: {0}.</source>
            <translation>Vuelve a tener acceso: {0}.</translation>
        </message>
        <message>
            <source>Look at the backup</source>
            <translation>Examinar la copia</translation>
        </message>
        <message>
            <source>Looking at the cases</source>
            <translation>Examinando los casos</translation>
        </message>
        <message>
            <source>Name and passphrase as they were when the backup was made.</source>
            <translation>El nombre y la frase de contraseña que valían cuando se hizo la copia.</translation>
        </message>
        <message>
            <source>No case is on hold.</source>
            <translation>Ningún caso está retenido.</translation>
        </message>
        <message>
            <source>No case is past its retention.</source>
            <translation>Ningún caso ha cumplido su plazo de conservación.</translation>
        </message>
        <message>
            <source>No case would lose anything.</source>
            <translation>Ningún caso perdería nada.</translation>
        </message>
        <message>
            <source>No daily backups</source>
            <translation>Sin copias diarias</translation>
        </message>
        <message>
            <source>No folder is chosen</source>
            <translation>No hay carpeta escogida</translation>
        </message>
        <message>
            <source>No longer let in: {0}.</source>
            <translation>Ya no tiene acceso: {0}.</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>Ninguna todavía</translation>
        </message>
        <message>
            <source>None. A case on hold is kept whatever its retention, for a court or an audit.</source>
            <translation>Ninguna. Un caso retenido se conserva aunque pase su plazo, para un tribunal o una auditoría.</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Ahora no</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>Retenidos</translation>
        </message>
        <message>
            <source>On hold for {0}, by {1}</source>
            <translation>Retenido por {0}; lo retuvo {1}</translation>
        </message>
        <message>
            <source>On hold for {0}, since {1} by {2}: the case is kept whatever its retention.</source>
            <translation>Retenido por {0}, desde {1}, por {2}: el caso se conserva aunque pase su plazo.</translation>
        </message>
        <message>
            <source>One attachment is neither in the backup nor here; its case comes without it.</source>
            <translation>Un anejo no está en la copia ni aquí; su caso viene sin él.</translation>
        </message>
        <message>
            <source>One case is purged.</source>
            <translation>Se eliminó un caso.</translation>
        </message>
        <message>
            <source>One case would get back what it held then.</source>
            <translation>Un caso recuperaría lo que tenía entonces.</translation>
        </message>
        <message>
            <source>One case would lose what was saved after the backup.</source>
            <translation>Un caso perdería lo que se guardó después de la copia.</translation>
        </message>
        <message>
            <source>One revision would be lost.</source>
            <translation>Se perdería una revisión.</translation>
        </message>
        <message>
            <source>One signed letter would be lost.</source>
            <translation>Se perdería una carta firmada.</translation>
        </message>
        <message>
            <source>Only a person who administers the casebook chooses the folder.</source>
            <translation>Solo quien administra el registro de casos escoge la carpeta.</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Frase de contraseña</translation>
        </message>
        <message>
            <source>Past their retention</source>
            <translation>Con el plazo cumplido</translation>
        </message>
        <message>
            <source>Policy and plan files that change</source>
            <translation>Archivos de políticas y planes que cambian</translation>
        </message>
        <message>
            <source>Propose for purging</source>
            <translation>Proponer para eliminar</translation>
        </message>
        <message>
            <source>Proposed already, as {0}</source>
            <translation>Ya se propuso, como {0}</translation>
        </message>
        <message>
            <source>Proposed {0} by {1}</source>
            <translation>Propuesto {0} por {1}</translation>
        </message>
        <message>
            <source>Proposed. A second person confirms here, under their own name.</source>
            <translation>Propuesto. Una segunda persona lo confirma aquí, con su propio nombre.</translation>
        </message>
        <message>
            <source>Purge</source>
            <translation>Eliminar</translation>
        </message>
        <message>
            <source>Purge these cases for good</source>
            <translation>Eliminar estos casos para siempre</translation>
        </message>
        <message>
            <source>Purged</source>
            <translation>Eliminados</translation>
        </message>
        <message>
            <source>Put on hold</source>
            <translation>Retener</translation>
        </message>
        <message>
            <source>Quality assurance reads the casebook and does not change it.</source>
            <translation>Control de calidad lee el registro de casos y no lo cambia.</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Razón</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>Liberar</translation>
        </message>
        <message>
            <source>Release the hold</source>
            <translation>Liberar el caso</translation>
        </message>
        <message>
            <source>Release {0}</source>
            <translation>Liberar {0}</translation>
        </message>
        <message>
            <source>Replace the casebook</source>
            <translation>Reemplazar el registro de casos</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>Restaurar una copia de seguridad</translation>
        </message>
        <message>
            <source>Restore the backup</source>
            <translation>Restaurar la copia</translation>
        </message>
        <message>
            <source>Restoring</source>
            <translation>Restaurando</translation>
        </message>
        <message>
            <source>Retention</source>
            <translation>Conservación</translation>
        </message>
        <message>
            <source>Revisions</source>
            <translation>Revisiones</translation>
        </message>
        <message>
            <source>Somebody saved meanwhile; nothing was restored. Look at the backup again.</source>
            <translation>Mientras tanto alguien guardó; no se restauró nada. Examine la copia otra vez.</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>The backup is checked first, and you see what would be lost.</source>
            <translation>Primero se comprueba la copia, y usted ve lo que se perdería.</translation>
        </message>
        <message>
            <source>The backup is made and checked: {0}</source>
            <translation>La copia de seguridad se hizo y se comprobó: {0}</translation>
        </message>
        <message>
            <source>The backup was stopped; nothing of it was kept.</source>
            <translation>La copia se detuvo; no quedó nada de ella.</translation>
        </message>
        <message>
            <source>The casebook here does not open with this name and passphrase, or is damaged.</source>
            <translation>El registro de casos de aquí no se abre con este nombre y esta frase de contraseña, o está dañado.</translation>
        </message>
        <message>
            <source>The casebook that is replaced stays beside it, sealed, under another name.</source>
            <translation>El registro de casos reemplazado se queda al lado, sellado, con otro nombre.</translation>
        </message>
        <message>
            <source>The daily backup was not made. {0}</source>
            <translation>No se hizo la copia diaria. {0}</translation>
        </message>
        <message>
            <source>The last try failed: {0}.</source>
            <translation>El último intento falló: {0}.</translation>
        </message>
        <message>
            <source>The next one is made at the first unlocking of another day. The last 14 are kept.</source>
            <translation>La próxima se hace al desbloquear por primera vez otro día. Se guardan las últimas 14.</translation>
        </message>
        <message>
            <source>The proposal is withdrawn.</source>
            <translation>Se retiró la propuesta.</translation>
        </message>
        <message>
            <source>There is no backup in this folder that can be used.</source>
            <translation>En esta carpeta no hay ninguna copia que sirva.</translation>
        </message>
        <message>
            <source>There is no casebook here; nothing is replaced.</source>
            <translation>Aquí no hay registro de casos; no se reemplaza nada.</translation>
        </message>
        <message>
            <source>This cannot be undone: the content of these cases is removed from the casebook.</source>
            <translation>Esto no se puede deshacer: el contenido de estos casos se quita del registro.</translation>
        </message>
        <message>
            <source>Tick all</source>
            <translation>Marcar todos</translation>
        </message>
        <message>
            <source>Tick the cases that you propose.</source>
            <translation>Marque los casos que propone.</translation>
        </message>
        <message>
            <source>Today's backup is still to be made: at the next unlocking, or now.</source>
            <translation>Falta hacer la copia de hoy: al próximo desbloqueo, o ahora.</translation>
        </message>
        <message>
            <source>Waiting for a second person</source>
            <translation>Esperando a una segunda persona</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>Qué ocurre</translation>
        </message>
        <message>
            <source>What was recorded of sittings since then stays in the former casebook alone.</source>
            <translation>Lo que se anotó de las sesiones desde entonces queda solo en el registro de casos anterior.</translation>
        </message>
        <message>
            <source>What would be lost cannot be told.</source>
            <translation>No se puede decir qué se perdería.</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Retirar</translation>
        </message>
        <message>
            <source>Without backups, a broken or stolen disk takes every case with it.</source>
            <translation>Sin copias de seguridad, un disco dañado o robado se lleva todos los casos.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Su nombre</translation>
        </message>
        <message>
            <source>a court case</source>
            <translation>un caso en el tribunal</translation>
        </message>
        <message>
            <source>an appeal</source>
            <translation>una apelación</translation>
        </message>
        <message>
            <source>an audit</source>
            <translation>una auditoría</translation>
        </message>
        <message>
            <source>an investigation</source>
            <translation>una investigación</translation>
        </message>
        <message>
            <source>and {0} more cases</source>
            <translation>y {0} casos más</translation>
        </message>
        <message>
            <source>and {0} more, shown when these are settled</source>
            <translation>y {0} más, que se muestran cuando estos se resuelvan</translation>
        </message>
        <message>
            <source>and {0} older ones</source>
            <translation>y {0} anteriores</translation>
        </message>
        <message>
            <source>another reason</source>
            <translation>otra razón</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>a mano</translation>
        </message>
        <message>
            <source>checked when it was made</source>
            <translation>comprobada al hacerse</translation>
        </message>
        <message>
            <source>comes back</source>
            <translation>vuelve</translation>
        </message>
        <message>
            <source>comes back as {0}</source>
            <translation>vuelve como {0}</translation>
        </message>
        <message>
            <source>comes back; yours is kept beside it</source>
            <translation>vuelve; el suyo se guarda al lado</translation>
        </message>
        <message>
            <source>daily</source>
            <translation>diaria</translation>
        </message>
        <message>
            <source>goes back to revision {0}; lost: {1}, {2}</source>
            <translation>vuelve a la revisión {0}; se pierde: {1}, {2}</translation>
        </message>
        <message>
            <source>is lost, {0}</source>
            <translation>se pierde, {0}</translation>
        </message>
        <message>
            <source>is missing in the backup; add it again</source>
            <translation>falta en la copia; añádalo de nuevo</translation>
        </message>
        <message>
            <source>is not in the backup; add it again to use it</source>
            <translation>no está en la copia; añádalo de nuevo para usarlo</translation>
        </message>
        <message>
            <source>one attachment is gone from the folder since</source>
            <translation>un anejo ya no está en la carpeta</translation>
        </message>
        <message>
            <source>one attachment was lost or damaged before, and is not in it</source>
            <translation>un anejo se perdió o se dañó antes, y no está en ella</translation>
        </message>
        <message>
            <source>one case</source>
            <translation>un caso</translation>
        </message>
        <message>
            <source>one revision</source>
            <translation>una revisión</translation>
        </message>
        <message>
            <source>saved {0} by {1}</source>
            <translation>guardado {0} por {1}</translation>
        </message>
        <message>
            <source>{0} and {1}</source>
            <translation>{0} y {1}</translation>
        </message>
        <message>
            <source>{0} attachments are gone from the folder since</source>
            <translation>{0} anejos ya no están en la carpeta</translation>
        </message>
        <message>
            <source>{0} attachments are neither in the backup nor here; their cases come without them.</source>
            <translation>{0} anejos no están en la copia ni aquí; sus casos vienen sin ellos.</translation>
        </message>
        <message>
            <source>{0} attachments were lost or damaged before, and are not in it</source>
            <translation>{0} anejos se perdieron o se dañaron antes, y no están en ella</translation>
        </message>
        <message>
            <source>{0} cases</source>
            <translation>{0} casos</translation>
        </message>
        <message>
            <source>{0} cases are purged.</source>
            <translation>Se eliminaron {0} casos.</translation>
        </message>
        <message>
            <source>{0} cases would get back what they held.</source>
            <translation>{0} casos recuperarían lo que tenían.</translation>
        </message>
        <message>
            <source>{0} cases would lose what was saved after the backup.</source>
            <translation>{0} casos perderían lo que se guardó después de la copia.</translation>
        </message>
        <message>
            <source>{0} is not on hold any more.</source>
            <translation>{0} ya no está retenido.</translation>
        </message>
        <message>
            <source>{0} is on hold.</source>
            <translation>{0} está retenido.</translation>
        </message>
        <message>
            <source>{0} revisions</source>
            <translation>{0} revisiones</translation>
        </message>
        <message>
            <source>{0} revisions would be lost.</source>
            <translation>Se perderían {0} revisiones.</translation>
        </message>
        <message>
            <source>{0} signed letters would be lost.</source>
            <translation>Se perderían {0} cartas firmadas.</translation>
        </message>
        <message>
            <source>{0}, to {1}</source>
            <translation>{0}, hasta {1}</translation>
        </message>
        <message>
            <source>{0}, {1}, since {2} by {3}</source>
            <translation>{0}, {1}, desde {2}, por {3}</translation>
        </message>
    </context>
    <context>
        <name>kit</name>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Cambiar</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>En proceso</translation>
        </message>
        <message>
            <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
            <translation>ene feb mar abr may jun jul ago sep oct nov dic</translation>
        </message>
        <message>
            <source>Letters cannot print this sign: {0}. Write it in another way.</source>
            <translation>Las cartas no pueden imprimir este signo: {0}. Escríbalo de otra manera.</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>Afiliado</translation>
        </message>
        <message>
            <source>Met</source>
            <translation>Se cumple</translation>
        </message>
        <message>
            <source>Mon Tue Wed Thu Fri Sat Sun</source>
            <translation>lun mar mié jue vie sáb dom</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>No se sabe</translation>
        </message>
        <message>
            <source>Not met</source>
            <translation>No se cumple</translation>
        </message>
        <message>
            <source>Not needed</source>
            <translation>No hace falta</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Pendiente</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Vencido</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Lugares</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Pasos</translation>
        </message>
        <message>
            <source>There is a problem</source>
            <translation>Hay un problema</translation>
        </message>
        <message>
            <source>There is no month called {0}. Type it as 10-Nov-2026.</source>
            <translation>No hay un mes que se llame {0}. Escríbalo así: 10-nov-2026.</translation>
        </message>
        <message>
            <source>There is no such day in the calendar. Type it as 10-Nov-2026.</source>
            <translation>Ese día no existe en el calendario. Escríbalo así: 10-nov-2026.</translation>
        </message>
        <message>
            <source>This can be read as {0} or as {1}. Type the month by name.</source>
            <translation>Esto se puede leer como {0} o como {1}. Escriba el mes por su nombre.</translation>
        </message>
        <message>
            <source>This is not a date. Type it as 10-Nov-2026.</source>
            <translation>Esto no es una fecha. Escríbala así: 10-nov-2026.</translation>
        </message>
        <message>
            <source>This is not a number. Type it as 1.5.</source>
            <translation>Esto no es un número. Escríbalo así: 1.5.</translation>
        </message>
        <message>
            <source>This is not a time. Type it as 14:05, on the 24-hour clock.</source>
            <translation>Esto no es una hora. Escríbala así: 14:05, en el reloj de 24 horas.</translation>
        </message>
        <message>
            <source>Use a point for decimals, as in 1.5.</source>
            <translation>Use punto para los decimales, como en 1.5.</translation>
        </message>
        <message>
            <source>You are here</source>
            <translation>Usted está aquí</translation>
        </message>
    </context>
    <context>
        <name>messages</name>
        <message>
            <source>Dismiss</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>palette</name>
        <message>
            <source>1 to 9</source>
            <translation>1 a 9</translation>
        </message>
        <message>
            <source>All commands, lines and cases</source>
            <translation>Todas las acciones, líneas y casos</translation>
        </message>
        <message>
            <source>Arrows</source>
            <translation>Flechas</translation>
        </message>
        <message>
            <source>Between cases</source>
            <translation>Entre casos</translation>
        </message>
        <message>
            <source>Choose an answer, where a question has the focus</source>
            <translation>Escoger una respuesta, con el foco en una pregunta</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Close what is open, empty the search</source>
            <translation>Cerrar lo que está abierto, vaciar la búsqueda</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Abajo</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>En todas partes</translation>
        </message>
        <message>
            <source>Find a command, a line of the policy or a case</source>
            <translation>Busque una acción, una línea de la política o un caso</translation>
        </message>
        <message>
            <source>Go to {0}</source>
            <translation>Ir a {0}</translation>
        </message>
        <message>
            <source>In a case</source>
            <translation>En un caso</translation>
        </message>
        <message>
            <source>In lists and questions</source>
            <translation>En listas y preguntas</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Teclas</translation>
        </message>
        <message>
            <source>Line {0}</source>
            <translation>Línea {0}</translation>
        </message>
        <message>
            <source>Name not known</source>
            <translation>Nombre desconocido</translation>
        </message>
        <message>
            <source>Nothing is called “{0}”. Cases are found by name, case number or member ID.</source>
            <translation>Nada se llama “{0}”. Los casos se encuentran por nombre, número de caso o número de afiliado.</translation>
        </message>
        <message>
            <source>Open the row</source>
            <translation>Abrir la fila</translation>
        </message>
        <message>
            <source>Policy {0}</source>
            <translation>Política {0}</translation>
        </message>
        <message>
            <source>Reference: {0}</source>
            <translation>Referencia: {0}</translation>
        </message>
        <message>
            <source>The next control, the one before</source>
            <translation>El próximo control, el anterior</translation>
        </message>
        <message>
            <source>The row above or below, in a list</source>
            <translation>La fila de arriba o de abajo, en una lista</translation>
        </message>
        <message>
            <source>This case</source>
            <translation>Este caso</translation>
        </message>
        <message>
            <source>This case, {0}</source>
            <translation>Este caso, {0}</translation>
        </message>
        <message>
            <source>This page</source>
            <translation>Esta página</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Arriba</translation>
        </message>
        <message>
            <source>Up and down choose, Enter does it, Esc closes.</source>
            <translation>Arriba y abajo escogen, Intro lo hace, Esc cierra.</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Lo que se encontró</translation>
        </message>
        <message>
            <source>{0}. {1} of {2}</source>
            <translation>{0}. {1} de {2}</translation>
        </message>
    </context>
    <context>
        <name>people</name>
        <message>
            <source>A .p12 or .pfx file. It names you, your role and your license, as here.</source>
            <translation>Un archivo .p12 o .pfx. Lo nombra a usted, su función y su licencia, como aquí.</translation>
        </message>
        <message>
            <source>A new key was begun and not finished: {0} of {1} revisions. Nothing is lost; go on, or give it up.</source>
            <translation>Se empezó una llave nueva y no se terminó: {0} de {1} revisiones. No se ha perdido nada; siga o abandónelo.</translation>
        </message>
        <message>
            <source>A new signing identity</source>
            <translation>Una identidad de firma nueva</translation>
        </message>
        <message>
            <source>Administers the casebook</source>
            <translation>Administra el registro de casos</translation>
        </message>
        <message>
            <source>Another name brings a new signing key. Letters that you signed until now stay valid under the name that they carry. The casebook locks, and you sign in under the new name.</source>
            <translation>Otro nombre trae una llave de firma nueva. Las cartas que ya firmó siguen siendo válidas con el nombre que llevan. El registro de casos se bloquea, y usted entra con el nombre nuevo.</translation>
        </message>
        <message>
            <source>Browse</source>
            <translation>Explorar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Change a role</source>
            <translation>Cambiar una función</translation>
        </message>
        <message>
            <source>Change the name</source>
            <translation>Cambiar el nombre</translation>
        </message>
        <message>
            <source>Change the passphrase</source>
            <translation>Cambiar la frase de contraseña</translation>
        </message>
        <message>
            <source>Change the role</source>
            <translation>Cambiar la función</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Escoger</translation>
        </message>
        <message>
            <source>Choose a first passphrase together; it opens every case in this casebook.</source>
            <translation>Escojan juntos una primera frase de contraseña; abre todos los casos de este registro.</translation>
        </message>
        <message>
            <source>Choose one.</source>
            <translation>Escoja una opción.</translation>
        </message>
        <message>
            <source>Choose the file.</source>
            <translation>Escoja el archivo.</translation>
        </message>
        <message>
            <source>Choose the person.</source>
            <translation>Escoja a la persona.</translation>
        </message>
        <message>
            <source>Choose the role.</source>
            <translation>Escoja la función.</translation>
        </message>
        <message>
            <source>Choose where, and save</source>
            <translation>Escoger dónde y guardar</translation>
        </message>
        <message>
            <source>Choose whether the casebook gets a new key.</source>
            <translation>Escoja si el registro de casos recibe una llave nueva.</translation>
        </message>
        <message>
            <source>Close somebody's way in</source>
            <translation>Cerrarle el acceso a alguien</translation>
        </message>
        <message>
            <source>Close the way in</source>
            <translation>Cerrar el acceso</translation>
        </message>
        <message>
            <source>Copy for one minute</source>
            <translation>Copiar por un minuto</translation>
        </message>
        <message>
            <source>Data key</source>
            <translation>Llave de datos</translation>
        </message>
        <message>
            <source>Each person opens the casebook with a passphrase and signs letters with a key of their own.</source>
            <translation>Cada persona abre el registro de casos con una frase de contraseña y firma cartas con su propia llave.</translation>
        </message>
        <message>
            <source>Enter the new name.</source>
            <translation>Escriba el nombre nuevo.</translation>
        </message>
        <message>
            <source>Enter the passphrase of the file.</source>
            <translation>Escriba la frase de contraseña del archivo.</translation>
        </message>
        <message>
            <source>Enter your passphrase.</source>
            <translation>Escriba su frase de contraseña.</translation>
        </message>
        <message>
            <source>Everything is sealed anew, so that somebody who left and still knows the present key opens nothing of it. Nobody's passphrase changes; everybody signs in again. Others can work on meanwhile.</source>
            <translation>Todo se sella de nuevo, para que quien se fue y todavía conoce la llave actual no pueda abrir nada. No cambia la frase de contraseña de nadie; todos entran otra vez. Mientras tanto los demás pueden seguir trabajando.</translation>
        </message>
        <message>
            <source>File of the identity</source>
            <translation>Archivo de la identidad</translation>
        </message>
        <message>
            <source>For another computer, or for a safe. Whoever has the file and its passphrase signs as you. That you took it out is recorded.</source>
            <translation>Para otra computadora, o para una caja fuerte. Quien tenga el archivo y su frase de contraseña firma como usted. Queda anotado que lo sacó.</translation>
        </message>
        <message>
            <source>Give a new data key</source>
            <translation>Dar una llave de datos nueva</translation>
        </message>
        <message>
            <source>Give the casebook a new key at once</source>
            <translation>Dar al registro una llave nueva enseguida</translation>
        </message>
        <message>
            <source>Give up what was begun</source>
            <translation>Abandonar lo empezado</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Seguir</translation>
        </message>
        <message>
            <source>I have it on paper</source>
            <translation>La tengo en papel</translation>
        </message>
        <message>
            <source>Identities (*.p12 *.pfx)</source>
            <translation>Identidades (*.p12 *.pfx)</translation>
        </message>
        <message>
            <source>Identities (*.p12)</source>
            <translation>Identidades (*.p12)</translation>
        </message>
        <message>
            <source>Import an identity of your organization</source>
            <translation>Importar una identidad de su organización</translation>
        </message>
        <message>
            <source>It comes from an organization.</source>
            <translation>Viene de una organización.</translation>
        </message>
        <message>
            <source>It counts until {0}.</source>
            <translation>Vale hasta {0}.</translation>
        </message>
        <message>
            <source>It ended on {0}. Nothing can be signed with it. Make or import a new one.</source>
            <translation>Terminó el {0}. No se puede firmar nada con ella. Haga o importe una nueva.</translation>
        </message>
        <message>
            <source>It ends on {0}, in {1} days. Make or import a new one in time.</source>
            <translation>Termina el {0}, en {1} días. Haga o importe una nueva a tiempo.</translation>
        </message>
        <message>
            <source>It has letters and digits only. A zero has a stroke through it.</source>
            <translation>Solo tiene letras y números. El cero lleva una raya.</translation>
        </message>
        <message>
            <source>It is made when you sign in where the casebook can be written.</source>
            <translation>Se hace cuando usted entra donde se puede escribir en el registro de casos.</translation>
        </message>
        <message>
            <source>It opens the casebook and signs your letters. Nobody can read it, and nobody can recover it.</source>
            <translation>Abre el registro de casos y firma sus cartas. Nadie la puede leer y nadie la puede recuperar.</translation>
        </message>
        <message>
            <source>It was made here.</source>
            <translation>Se hizo aquí.</translation>
        </message>
        <message>
            <source>Keep the present key</source>
            <translation>Conservar la llave actual</translation>
        </message>
        <message>
            <source>Keep this sheet in a safe. Whoever has it can set an administrator's passphrase.</source>
            <translation>Guarde esta hoja en una caja fuerte. Quien la tenga puede cambiar la frase de contraseña de un administrador.</translation>
        </message>
        <message>
            <source>Left on {0}</source>
            <translation>Salió el {0}</translation>
        </message>
        <message>
            <source>Let in</source>
            <translation>Tiene acceso</translation>
        </message>
        <message>
            <source>Let somebody in</source>
            <translation>Dar acceso a alguien</translation>
        </message>
        <message>
            <source>Let this person in</source>
            <translation>Dar acceso a esta persona</translation>
        </message>
        <message>
            <source>Lets people in, changes them, and gives new keys.</source>
            <translation>Da acceso, cambia a las personas y da llaves nuevas.</translation>
        </message>
        <message>
            <source>License</source>
            <translation>Licencia</translation>
        </message>
        <message>
            <source>Made on {0} by {1}. A new one makes it worthless.</source>
            <translation>Hecha el {0} por {1}. Una nueva la deja sin valor.</translation>
        </message>
        <message>
            <source>Make a new identity</source>
            <translation>Hacer una identidad nueva</translation>
        </message>
        <message>
            <source>Make a recovery key</source>
            <translation>Hacer una llave de recuperación</translation>
        </message>
        <message>
            <source>Make one when yours ends, or when somebody else may have it. The old one is withdrawn; letters that it signed before still count. Hand its certificate to whoever checks letters.</source>
            <translation>Haga una cuando la suya termine, o cuando alguien más la pueda tener. La anterior se retira; las cartas que firmó antes siguen valiendo. Dé su certificado a quien verifica cartas.</translation>
        </message>
        <message>
            <source>Make the key</source>
            <translation>Hacer la llave</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>New data key</source>
            <translation>Llave de datos nueva</translation>
        </message>
        <message>
            <source>New name</source>
            <translation>Nombre nuevo</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Frase de contraseña nueva</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Only a person who administers the casebook does this. Ask one of them.</source>
            <translation>Solo lo hace quien administra el registro de casos. Pídaselo.</translation>
        </message>
        <message>
            <source>Only where the name changed as well.</source>
            <translation>Solo si también cambió el nombre.</translation>
        </message>
        <message>
            <source>Passphrase for the file</source>
            <translation>Frase de contraseña para el archivo</translation>
        </message>
        <message>
            <source>Passphrase of the file</source>
            <translation>Frase de contraseña del archivo</translation>
        </message>
        <message>
            <source>Passphrase until now</source>
            <translation>Frase de contraseña hasta ahora</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personas</translation>
        </message>
        <message>
            <source>People and keys</source>
            <translation>Personas y llaves</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Persona</translation>
        </message>
        <message>
            <source>Print it</source>
            <translation>Imprimirla</translation>
        </message>
        <message>
            <source>Print it or write it down now, and keep it in a safe; it is not shown again</source>
            <translation>Imprímala o escríbala ahora y guárdela en una caja fuerte; no se vuelve a mostrar</translation>
        </message>
        <message>
            <source>Recovery key</source>
            <translation>Llave de recuperación</translation>
        </message>
        <message>
            <source>Recovery key of the casebook</source>
            <translation>Llave de recuperación del registro de casos</translation>
        </message>
        <message>
            <source>Reset a forgotten passphrase</source>
            <translation>Restablecer una frase de contraseña olvidada</translation>
        </message>
        <message>
            <source>Reset a passphrase</source>
            <translation>Restablecer una frase de contraseña</translation>
        </message>
        <message>
            <source>Reset the passphrase</source>
            <translation>Restablecer la frase de contraseña</translation>
        </message>
        <message>
            <source>Revoke it</source>
            <translation>Anularla</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Función</translation>
        </message>
        <message>
            <source>Save the identity as a file</source>
            <translation>Guardar la identidad como archivo</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>Se guardó como {0}</translation>
        </message>
        <message>
            <source>Sign in under your new name.</source>
            <translation>Entre con su nombre nuevo.</translation>
        </message>
        <message>
            <source>Sign with it from now on</source>
            <translation>Firmar con ella desde ahora</translation>
        </message>
        <message>
            <source>Somebody leaves</source>
            <translation>Alguien se va</translation>
        </message>
        <message>
            <source>Stop and keep the present key</source>
            <translation>Detener y conservar la llave actual</translation>
        </message>
        <message>
            <source>The casebook has a new key. Sign in again.</source>
            <translation>El registro de casos tiene una llave nueva. Entre otra vez.</translation>
        </message>
        <message>
            <source>The casebook keeps its present key; nothing was changed.</source>
            <translation>El registro de casos conserva su llave actual; no cambió nada.</translation>
        </message>
        <message>
            <source>The key is in the clipboard for one minute, or until you lock.</source>
            <translation>La llave está en el portapapeles por un minuto, o hasta que bloquee.</translation>
        </message>
        <message>
            <source>The person gets a new passphrase and a new signing key. The former key is lost for ever; what was signed with it stays valid.</source>
            <translation>La persona recibe una frase de contraseña y una llave de firma nuevas. La llave anterior se pierde para siempre; lo que firmó con ella sigue siendo válido.</translation>
        </message>
        <message>
            <source>The person gets in no more. What they did and signed stays, and nobody else gets the name.</source>
            <translation>La persona ya no entra. Lo que hizo y firmó se queda, y nadie más recibe su nombre.</translation>
        </message>
        <message>
            <source>The person signs in again, and a new role brings a new signing key.</source>
            <translation>La persona entra otra vez, y una función nueva trae una llave de firma nueva.</translation>
        </message>
        <message>
            <source>There is none. If the only administrator forgets the passphrase, nobody can let them in. A recovery key in a safe can: it gives an administrator a new passphrase, nothing else.</source>
            <translation>No hay ninguna. Si el único administrador olvida su frase de contraseña, nadie le puede dar acceso. Una llave de recuperación en una caja fuerte sí puede: le da una frase nueva, y nada más.</translation>
        </message>
        <message>
            <source>To use it: “Use the recovery key” where the casebook is unlocked.</source>
            <translation>Para usarla: “Usar la llave de recuperación” donde se desbloquea el registro de casos.</translation>
        </message>
        <message>
            <source>With a copy of the file, the person could still open what is sealed under the present one.</source>
            <translation>Con una copia del archivo, la persona todavía podría abrir lo sellado con la llave actual.</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>Trabajando</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Sí</translation>
        </message>
        <message>
            <source>You sign with the new identity from now on.</source>
            <translation>Desde ahora usted firma con la identidad nueva.</translation>
        </message>
        <message>
            <source>Your identity as a file</source>
            <translation>Su identidad como archivo</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Su nombre</translation>
        </message>
        <message>
            <source>Your passphrase</source>
            <translation>Su frase de contraseña</translation>
        </message>
        <message>
            <source>Your passphrase is changed.</source>
            <translation>Se cambió su frase de contraseña.</translation>
        </message>
        <message>
            <source>Your role is changed. Sign in again.</source>
            <translation>Se cambió su función. Entre otra vez.</translation>
        </message>
        <message>
            <source>Your signing identity</source>
            <translation>Su identidad de firma</translation>
        </message>
        <message>
            <source>Your signing identity ended on {0}: you cannot sign letters. See People and keys.</source>
            <translation>Su identidad de firma terminó el {0}: no puede firmar cartas. Vea Personas y llaves.</translation>
        </message>
        <message>
            <source>Your signing identity ends on {0}, in {1} days. Make or import a new one: People and keys.</source>
            <translation>Su identidad de firma termina el {0}, en {1} días. Haga o importe una nueva: Personas y llaves.</translation>
        </message>
        <message>
            <source>{0} gets in no more.</source>
            <translation>{0} ya no tiene acceso.</translation>
        </message>
        <message>
            <source>{0} has the new role from the next sign-in on.</source>
            <translation>{0} tiene la función nueva desde la próxima entrada.</translation>
        </message>
        <message>
            <source>{0} may use the casebook now, with the passphrase you chose.</source>
            <translation>{0} ya puede usar el registro de casos con la frase de contraseña que usted escogió.</translation>
        </message>
        <message>
            <source>{0} signs in with the passphrase you chose, and has a new signing key.</source>
            <translation>{0} entra con la frase de contraseña que usted escogió y tiene una llave de firma nueva.</translation>
        </message>
        <message>
            <source>{0}, administers</source>
            <translation>{0}, administra</translation>
        </message>
    </context>
    <context>
        <name>places</name>
        <message>
            <source>Audit</source>
            <translation>Auditoría</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Decididos</translation>
        </message>
        <message>
            <source>Exchange with other sites</source>
            <translation>Intercambio con otras sedes</translation>
        </message>
        <message>
            <source>Letters of a day</source>
            <translation>Cartas de un día</translation>
        </message>
        <message>
            <source>New request</source>
            <translation>Solicitud nueva</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personas</translation>
        </message>
        <message>
            <source>People and keys</source>
            <translation>Personas y llaves</translation>
        </message>
        <message>
            <source>Policies</source>
            <translation>Políticas</translation>
        </message>
        <message>
            <source>Retention</source>
            <translation>Conservación</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>Verificar</translation>
        </message>
        <message>
            <source>Verify a letter</source>
            <translation>Verificar una carta</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Trabajo</translation>
        </message>
        <message>
            <source>Worklist</source>
            <translation>Lista de trabajo</translation>
        </message>
    </context>
    <context>
        <name>policies</name>
        <message>
            <source>1 day</source>
            <translation>1 día</translation>
        </message>
        <message>
            <source>1 month</source>
            <translation>1 mes</translation>
        </message>
        <message>
            <source>A dose up to {0} % above the table counts as rounded.</source>
            <translation>Una dosis hasta {0} % sobre la tabla cuenta como redondeada.</translation>
        </message>
        <message>
            <source>Add a policy or a plan file</source>
            <translation>Añadir un archivo de política o de plan</translation>
        </message>
        <message>
            <source>Add another edition</source>
            <translation>Añadir otra edición</translation>
        </message>
        <message>
            <source>Add the plan's document</source>
            <translation>Añadir el documento del plan</translation>
        </message>
        <message>
            <source>Add this file</source>
            <translation>Añadir este archivo</translation>
        </message>
        <message>
            <source>All of these:</source>
            <translation>Todo esto:</translation>
        </message>
        <message>
            <source>At least one of these:</source>
            <translation>Al menos uno de estos:</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Body surface area by the formula of {0}, to {1} decimals.</source>
            <translation>Área de superficie corporal por la fórmula de {0}, a {1} decimales.</translation>
        </message>
        <message>
            <source>Check a file</source>
            <translation>Comprobar un archivo</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>Comprobando</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>Código</translation>
        </message>
        <message>
            <source>Codes</source>
            <translation>Códigos</translation>
        </message>
        <message>
            <source>Criteria</source>
            <translation>Criterios</translation>
        </message>
        <message>
            <source>Day {0}</source>
            <translation>Día {0}</translation>
        </message>
        <message>
            <source>Do not add it</source>
            <translation>No añadirlo</translation>
        </message>
        <message>
            <source>Dose table</source>
            <translation>Tabla de dosis</translation>
        </message>
        <message>
            <source>Error. {0}</source>
            <translation>Error. {0}</translation>
        </message>
        <message>
            <source>From {0}</source>
            <translation>Desde {0}</translation>
        </message>
        <message>
            <source>In force from {0} on.</source>
            <translation>En vigor desde {0}.</translation>
        </message>
        <message>
            <source>In force from {0} until {1}, when the next file took over.</source>
            <translation>En vigor desde {0} hasta {1}, cuando la sustituyó el archivo siguiente.</translation>
        </message>
        <message>
            <source>In the policy's own numbering, in our words. The policy as the plan prints it counts.</source>
            <translation>En la numeración de la política, con nuestras palabras. Vale la política como la imprime el plan.</translation>
        </message>
        <message>
            <source>It cannot be added: {0}.</source>
            <translation>No se puede añadir: {0}.</translation>
        </message>
        <message>
            <source>It takes the place of the edition that was added before.</source>
            <translation>Toma el lugar de la edición que se añadió antes.</translation>
        </message>
        <message>
            <source>Last day in force: {0}</source>
            <translation>Último día en vigor: {0}</translation>
        </message>
        <message>
            <source>Limits and what else is printed</source>
            <translation>Límites y lo demás que está impreso</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Línea</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>Significado</translation>
        </message>
        <message>
            <source>None of these:</source>
            <translation>Nada de esto:</translation>
        </message>
        <message>
            <source>On this page</source>
            <translation>En esta página</translation>
        </message>
        <message>
            <source>One approval covers at most 1 cycle.</source>
            <translation>Una aprobación cubre 1 ciclo como máximo.</translation>
        </message>
        <message>
            <source>One approval covers at most {0} cycles.</source>
            <translation>Una aprobación cubre {0} ciclos como máximo.</translation>
        </message>
        <message>
            <source>Only a physician reviewer or an administrator may add it.</source>
            <translation>Solo un médico revisor o un administrador lo puede añadir.</translation>
        </message>
        <message>
            <source>Open the document</source>
            <translation>Abrir el documento</translation>
        </message>
        <message>
            <source>PDF files and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)</source>
            <translation>Archivos PDF e imágenes (*.pdf *.png *.jpg *.jpeg *.tif *.tiff);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Pharmacy committee: {0}.</source>
            <translation>Comité de farmacia: {0}.</translation>
        </message>
        <message>
            <source>Plan {0}</source>
            <translation>Plan {0}</translation>
        </message>
        <message>
            <source>Policies</source>
            <translation>Políticas</translation>
        </message>
        <message>
            <source>Policy and file</source>
            <translation>Política y archivo</translation>
        </message>
        <message>
            <source>Policy and plan files (*.toml)</source>
            <translation>Archivos de política y de plan (*.toml)</translation>
        </message>
        <message>
            <source>Policy {0}</source>
            <translation>Política {0}</translation>
        </message>
        <message>
            <source>Quality assurance reads and does not change anything.</source>
            <translation>Control de calidad lee y no cambia nada.</translation>
        </message>
        <message>
            <source>Read as: {0}</source>
            <translation>Se lee así: {0}</translation>
        </message>
        <message>
            <source>Remark. {0}</source>
            <translation>Observación. {0}</translation>
        </message>
        <message>
            <source>Revisions and effective dates</source>
            <translation>Revisiones y fechas de vigencia</translation>
        </message>
        <message>
            <source>SHA-256 {0}</source>
            <translation>SHA-256 {0}</translation>
        </message>
        <message>
            <source>Sealing</source>
            <translation>Sellando</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Fuentes</translation>
        </message>
        <message>
            <source>Stop: {0}</source>
            <translation>Detener: {0}</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Sistema</translation>
        </message>
        <message>
            <source>Terms</source>
            <translation>Términos</translation>
        </message>
        <message>
            <source>The check found nothing wrong.</source>
            <translation>La comprobación no encontró nada malo.</translation>
        </message>
        <message>
            <source>The file is checked first. It counts once its report was read and confirmed.</source>
            <translation>Primero se comprueba el archivo. Vale cuando se leyó y confirmó su informe.</translation>
        </message>
        <message>
            <source>The file says why: {0}</source>
            <translation>El archivo dice por qué: {0}</translation>
        </message>
        <message>
            <source>The first cycle lasts {0}, a later one {1}.</source>
            <translation>El primer ciclo dura {0}; los siguientes, {1}.</translation>
        </message>
        <message>
            <source>The first cycle may last {0}: {1}</source>
            <translation>El primer ciclo puede durar {0}: {1}</translation>
        </message>
        <message>
            <source>The first of these says which of the others counts:</source>
            <translation>El primero de estos dice cuál de los otros vale:</translation>
        </message>
        <message>
            <source>The plan's own document</source>
            <translation>El documento propio del plan</translation>
        </message>
        <message>
            <source>The policy as the plan prints it is not here yet. Add it, to read it beside our words.</source>
            <translation>La política como la imprime el plan todavía no está aquí. Añádala, para leerla al lado de nuestras palabras.</translation>
        </message>
        <message>
            <source>This file cannot be shown here. Add the document as a PDF.</source>
            <translation>Este archivo no se puede mostrar aquí. Añada el documento como PDF.</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>Lo que dice</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Cuándo</translation>
        </message>
        <message>
            <source>{0} counts from now on.</source>
            <translation>{0} vale desde ahora.</translation>
        </message>
        <message>
            <source>{0} days</source>
            <translation>{0} días</translation>
        </message>
        <message>
            <source>{0} months</source>
            <translation>{0} meses</translation>
        </message>
        <message>
            <source>{0}, from {1}</source>
            <translation>{0}, desde {1}</translation>
        </message>
        <message>
            <source>{0}: {1} mg is one billing unit. A vial holds {2} mg.</source>
            <translation>{0}: {1} mg son una unidad de facturación. Un vial contiene {2} mg.</translation>
        </message>
    </context>
    <context>
        <name>post</name>
        <message>
            <source>1 signed letter did not go out on its day. Open it, and date it anew.</source>
            <translation>1 carta firmada no salió en su día. Ábrala y póngale otra fecha.</translation>
        </message>
        <message>
            <source>All letters of a day</source>
            <translation>Todas las cartas de un día</translation>
        </message>
        <message>
            <source>All letters of a day as files, with a list, for whoever prints and mails them.</source>
            <translation>Todas las cartas de un día como archivos, con una lista, para quien las imprime y las envía.</translation>
        </message>
        <message>
            <source>And {0} more.</source>
            <translation>Y {0} más.</translation>
        </message>
        <message>
            <source>Choose a folder, and save</source>
            <translation>Escoger una carpeta y guardar</translation>
        </message>
        <message>
            <source>Date of the letters</source>
            <translation>Fecha de las cartas</translation>
        </message>
        <message>
            <source>Enter the date.</source>
            <translation>Escriba la fecha.</translation>
        </message>
        <message>
            <source>For the plan's window envelopes. Print the page at 100 % and fold it at its marks. What does not fit is put right in the printer's own settings: a signed letter is never drawn again.</source>
            <translation>Para los sobres con ventana del plan. Imprima la página al 100 % y dóblela por sus marcas. Lo que no cabe se corrige en los ajustes de la impresora: una carta firmada nunca se vuelve a dibujar.</translation>
        </message>
        <message>
            <source>For whoever prints letters and mails them. A letter is printed as it was signed.</source>
            <translation>Para quien imprime las cartas y las envía. Una carta se imprime como se firmó.</translation>
        </message>
        <message>
            <source>Letters of a day</source>
            <translation>Cartas de un día</translation>
        </message>
        <message>
            <source>Letters saved</source>
            <translation>Cartas guardadas</translation>
        </message>
        <message>
            <source>Moved down</source>
            <translation>Hacia abajo</translation>
        </message>
        <message>
            <source>Moved to the right</source>
            <translation>Hacia la derecha</translation>
        </message>
        <message>
            <source>No signed letter of the last 30 days waits for a new date.</source>
            <translation>Ninguna carta firmada de los últimos 30 días espera otra fecha.</translation>
        </message>
        <message>
            <source>One new folder, with a file for each letter and copy, and a list as PDF and CSV. The names of the files say nothing about anybody. It is there whole, or not at all. Each letter's way out is recorded.</source>
            <translation>Una carpeta nueva, con un archivo por cada carta y copia, y una lista en PDF y CSV. Los nombres de los archivos no dicen nada de nadie. Queda completa, o no queda. Se anota por dónde sale cada carta.</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>Archivos PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Save and open the test page</source>
            <translation>Guardar y abrir la página de prueba</translation>
        </message>
        <message>
            <source>Save the letters of a day</source>
            <translation>Guardar las cartas de un día</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>Se guardó como {0}</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>Mostrar la carpeta</translation>
        </message>
        <message>
            <source>Stop and save nothing</source>
            <translation>Detener y no guardar nada</translation>
        </message>
        <message>
            <source>Stopped. Nothing was saved.</source>
            <translation>Se detuvo. No se guardó nada.</translation>
        </message>
        <message>
            <source>Test page for window envelopes</source>
            <translation>Página de prueba para sobres de ventana</translation>
        </message>
        <message>
            <source>To be dated anew</source>
            <translation>Les falta otra fecha</translation>
        </message>
        <message>
            <source>Where to make the folder</source>
            <translation>Dónde hacer la carpeta</translation>
        </message>
        <message>
            <source>Whose envelope</source>
            <translation>De quién es el sobre</translation>
        </message>
        <message>
            <source>{0} letters and a list: {1}</source>
            <translation>{0} cartas y una lista: {1}</translation>
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation>{0} del {1}</translation>
        </message>
        <message>
            <source>{0} signed letters did not go out on their day. Open each, and date it anew.</source>
            <translation>{0} cartas firmadas no salieron en su día. Abra cada una y póngale otra fecha.</translation>
        </message>
    </context>
    <context>
        <name>review</name>
        <message>
            <source>0 for none; leave it empty until you ask.</source>
            <translation>0 si no hubo; déjelo en blanco hasta preguntar.</translation>
        </message>
        <message>
            <source>1 cell in {0}</source>
            <translation>1 célula en {0}</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 día</translation>
        </message>
        <message>
            <source>1 document</source>
            <translation>1 documento</translation>
        </message>
        <message>
            <source>1 document is missing</source>
            <translation>falta 1 documento</translation>
        </message>
        <message>
            <source>1 document missing</source>
            <translation>falta 1 documento</translation>
        </message>
        <message>
            <source>1 month</source>
            <translation>1 mes</translation>
        </message>
        <message>
            <source>1 question</source>
            <translation>1 pregunta</translation>
        </message>
        <message>
            <source>1 question is open</source>
            <translation>1 pregunta está pendiente</translation>
        </message>
        <message>
            <source>10-Nov-2026</source>
            <translation>10-nov-2026</translation>
        </message>
        <message>
            <source>14:05</source>
            <translation>14:05</translation>
        </message>
        <message>
            <source>16-Nov-2026</source>
            <translation>16-nov-2026</translation>
        </message>
        <message>
            <source>; planned later: {0}</source>
            <translation>; planificados para después: {0}</translation>
        </message>
        <message>
            <source>A continuation is for cycle 2 or a later one: enter its number.</source>
            <translation>Una continuación es para el ciclo 2 o uno posterior: escriba su número.</translation>
        </message>
        <message>
            <source>A laboratory value cannot be used; this request has no page for such values.</source>
            <translation>Un valor de laboratorio no se puede usar; esta solicitud no tiene página para esos valores.</translation>
        </message>
        <message>
            <source>A line each, as on the envelope.</source>
            <translation>Una línea por renglón, como en el sobre.</translation>
        </message>
        <message>
            <source>A physician reviewer asks: {0}</source>
            <translation>Un médico revisor pregunta: {0}</translation>
        </message>
        <message>
            <source>A physician reviewer decides.</source>
            <translation>Decide un médico revisor.</translation>
        </message>
        <message>
            <source>A physician reviewer returned this case with a question</source>
            <translation>Un médico revisor devolvió este caso con una pregunta</translation>
        </message>
        <message>
            <source>A preview: {0}. Nothing is signed yet.</source>
            <translation>Vista previa: {0}. Todavía no se ha firmado nada.</translation>
        </message>
        <message>
            <source>Add a document to this question</source>
            <translation>Añadir un documento a esta pregunta</translation>
        </message>
        <message>
            <source>Add another document</source>
            <translation>Añadir otro documento</translation>
        </message>
        <message>
            <source>Add document</source>
            <translation>Añadir documento</translation>
        </message>
        <message>
            <source>Add the document</source>
            <translation>Añadir el documento</translation>
        </message>
        <message>
            <source>Address, line {0}</source>
            <translation>Dirección, línea {0}</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrador</translation>
        </message>
        <message>
            <source>All changes saved, {0}</source>
            <translation>Todo guardado, {0}</translation>
        </message>
        <message>
            <source>All criteria met</source>
            <translation>Se cumplen todos los criterios</translation>
        </message>
        <message>
            <source>All {0} checks passed</source>
            <translation>Pasaron las {0} comprobaciones</translation>
        </message>
        <message>
            <source>Amendment</source>
            <translation>Enmienda</translation>
        </message>
        <message>
            <source>Another method</source>
            <translation>Otro método</translation>
        </message>
        <message>
            <source>Answer the question</source>
            <translation>Conteste la pregunta</translation>
        </message>
        <message>
            <source>Answer what the record shows: {0}. The clock keeps running.</source>
            <translation>Conteste lo que muestra el expediente: {0}. El reloj sigue corriendo.</translation>
        </message>
        <message>
            <source>Answered: {0}</source>
            <translation>Contestada: {0}</translation>
        </message>
        <message>
            <source>Answered: {0}. Document missing</source>
            <translation>Contestada: {0}. Falta el documento</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>Aprobación</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprobar</translation>
        </message>
        <message>
            <source>Approve in part</source>
            <translation>Aprobar en parte</translation>
        </message>
        <message>
            <source>As asked: {0} cycle, {1} units</source>
            <translation>Como se pidió: ciclo {0}, {1} unidades</translation>
        </message>
        <message>
            <source>Ask for documents</source>
            <translation>Pedir documentos</translation>
        </message>
        <message>
            <source>Ask the prescriber for: {0}. The clock keeps running.</source>
            <translation>Pida al médico que receta: {0}. El reloj sigue corriendo.</translation>
        </message>
        <message>
            <source>Asked for</source>
            <translation>Se pidió</translation>
        </message>
        <message>
            <source>At most {0} characters; this is {1} too long.</source>
            <translation>Como máximo {0} caracteres; sobran {1}.</translation>
        </message>
        <message>
            <source>Attach a file</source>
            <translation>Adjuntar un archivo</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>Adjuntar archivos</translation>
        </message>
        <message>
            <source>Attached file</source>
            <translation>Archivo adjunto</translation>
        </message>
        <message>
            <source>Authorization</source>
            <translation>Autorización</translation>
        </message>
        <message>
            <source>Authorization asked for</source>
            <translation>Autorización que se pide</translation>
        </message>
        <message>
            <source>Back to the case</source>
            <translation>Volver al caso</translation>
        </message>
        <message>
            <source>Back to the worklist</source>
            <translation>Volver a la lista de trabajo</translation>
        </message>
        <message>
            <source>Back to worklist</source>
            <translation>Volver a la lista</translation>
        </message>
        <message>
            <source>Begins on page {0}</source>
            <translation>Empieza en la página {0}</translation>
        </message>
        <message>
            <source>Begins on this page</source>
            <translation>Empieza en esta página</translation>
        </message>
        <message>
            <source>Birth date</source>
            <translation>Fecha de nacimiento</translation>
        </message>
        <message>
            <source>Bitmap picture</source>
            <translation>Imagen de mapa de bits</translation>
        </message>
        <message>
            <source>Body surface area</source>
            <translation>Área de superficie corporal</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Nació</translation>
        </message>
        <message>
            <source>By fax</source>
            <translation>Por fax</translation>
        </message>
        <message>
            <source>By hand</source>
            <translation>A mano</translation>
        </message>
        <message>
            <source>By mail</source>
            <translation>Por correo</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Cannot be shown here</source>
            <translation>Aquí no se puede mostrar</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Cambiar</translation>
        </message>
        <message>
            <source>Chart note</source>
            <translation>Nota del expediente</translation>
        </message>
        <message>
            <source>Check before you sign</source>
            <translation>Verifique antes de firmar</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>Comprobando</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>Comprobaciones</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Escoger</translation>
        </message>
        <message>
            <source>Choose a document</source>
            <translation>Escoja un documento</translation>
        </message>
        <message>
            <source>Choose what kind of document it is.</source>
            <translation>Escoja qué clase de documento es.</translation>
        </message>
        <message>
            <source>Choose what to do with this case.</source>
            <translation>Escoja qué hacer con este caso.</translation>
        </message>
        <message>
            <source>Choose why the first cycle needs more days.</source>
            <translation>Escoja por qué el primer ciclo necesita más días.</translation>
        </message>
        <message>
            <source>Clear answer</source>
            <translation>Borrar la respuesta</translation>
        </message>
        <message>
            <source>Close what is open, or the case</source>
            <translation>Cerrar lo que está abierto, o el caso</translation>
        </message>
        <message>
            <source>Complete the request</source>
            <translation>Complete la solicitud</translation>
        </message>
        <message>
            <source>Continuation</source>
            <translation>Continuación</translation>
        </message>
        <message>
            <source>Continue to criteria</source>
            <translation>Seguir a los criterios</translation>
        </message>
        <message>
            <source>Continue to decision</source>
            <translation>Seguir a la decisión</translation>
        </message>
        <message>
            <source>Continue to dose</source>
            <translation>Seguir a la dosis</translation>
        </message>
        <message>
            <source>Continue to letter</source>
            <translation>Seguir a la carta</translation>
        </message>
        <message>
            <source>Continue to request</source>
            <translation>Seguir a la solicitud</translation>
        </message>
        <message>
            <source>Continue to response</source>
            <translation>Seguir a la respuesta</translation>
        </message>
        <message>
            <source>Copy to look at</source>
            <translation>Copia para ver</translation>
        </message>
        <message>
            <source>Correct the laboratory values</source>
            <translation>Corrija los valores de laboratorio</translation>
        </message>
        <message>
            <source>Correct this letter</source>
            <translation>Corregir esta carta</translation>
        </message>
        <message>
            <source>Course</source>
            <translation>Curso</translation>
        </message>
        <message>
            <source>Criteria</source>
            <translation>Criterios</translation>
        </message>
        <message>
            <source>Criteria are still open</source>
            <translation>Hay criterios pendientes</translation>
        </message>
        <message>
            <source>Cycle 2 or later, whoever paid for those before</source>
            <translation>Ciclo 2 o posterior, sin importar quién pagó los anteriores</translation>
        </message>
        <message>
            <source>Cycle asked for</source>
            <translation>Ciclo que se pide</translation>
        </message>
        <message>
            <source>Cycle timeline</source>
            <translation>Línea de tiempo de los ciclos</translation>
        </message>
        <message>
            <source>Cycle {0}</source>
            <translation>Ciclo {0}</translation>
        </message>
        <message>
            <source>Cycle {0} comes next.</source>
            <translation>Sigue el ciclo {0}.</translation>
        </message>
        <message>
            <source>Cycle {0} is asked for</source>
            <translation>Se pide el ciclo {0}</translation>
        </message>
        <message>
            <source>Cycle {0} of at most {1} ({2})</source>
            <translation>Ciclo {0} de un máximo de {1} ({2})</translation>
        </message>
        <message>
            <source>Cycle {0} of {1}</source>
            <translation>Ciclo {0} de {1}</translation>
        </message>
        <message>
            <source>Cycle {0}, the first of the course</source>
            <translation>Ciclo {0}, el primero del curso</translation>
        </message>
        <message>
            <source>Cycle {0}, {1} days</source>
            <translation>Ciclo {0}, {1} días</translation>
        </message>
        <message>
            <source>Cycles that another plan paid for</source>
            <translation>Ciclos que pagó otro plan</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Fecha</translation>
        </message>
        <message>
            <source>Date it anew and sign</source>
            <translation>Poner otra fecha y firmar</translation>
        </message>
        <message>
            <source>Date of day {0}</source>
            <translation>Fecha del día {0}</translation>
        </message>
        <message>
            <source>Day 1 is the first treatment day: enter the same date.</source>
            <translation>El día 1 es el primer día de tratamiento: escriba la misma fecha.</translation>
        </message>
        <message>
            <source>Day {0}</source>
            <translation>Día {0}</translation>
        </message>
        <message>
            <source>Day {0}, {1}</source>
            <translation>Día {0}, {1}</translation>
        </message>
        <message>
            <source>Day {0}: more than {1} above the limit</source>
            <translation>Día {0}: más de {1} sobre el límite</translation>
        </message>
        <message>
            <source>Day {0}: rounded, within {1} of the limit</source>
            <translation>Día {0}: redondeada, a menos de {1} del límite</translation>
        </message>
        <message>
            <source>Days {0} may move by {1} days, with at least {2} days between doses. From the label, no criterion.</source>
            <translation>Los días {0} se pueden mover {1} días, con al menos {2} días entre dosis. Es de la etiqueta del medicamento, no un criterio.</translation>
        </message>
        <message>
            <source>Decided: {0}</source>
            <translation>Decidido: {0}</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Decisión</translation>
        </message>
        <message>
            <source>Decision due {0}</source>
            <translation>La decisión vence {0}</translation>
        </message>
        <message>
            <source>Denial</source>
            <translation>Denegación</translation>
        </message>
        <message>
            <source>Deny</source>
            <translation>Denegar</translation>
        </message>
        <message>
            <source>Diagnosis codes (ICD-10), with commas</source>
            <translation>Códigos de diagnóstico (ICD-10), separados por comas</translation>
        </message>
        <message>
            <source>Discarded units</source>
            <translation>Unidades descartadas</translation>
        </message>
        <message>
            <source>Discarded units are for the provider's claim (JW modifier) and decide nothing.</source>
            <translation>Las unidades descartadas son para la reclamación del proveedor (modificador JW) y no deciden nada.</translation>
        </message>
        <message>
            <source>Disease outside the marrow</source>
            <translation>Enfermedad fuera de la médula</translation>
        </message>
        <message>
            <source>Do the next step</source>
            <translation>Hacer el próximo paso</translation>
        </message>
        <message>
            <source>Document that begins on this page</source>
            <translation>Documento que empieza en esta página</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Documentos</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Listo</translation>
        </message>
        <message>
            <source>Dose and schedule</source>
            <translation>Dosis y calendario</translation>
        </message>
        <message>
            <source>Doses</source>
            <translation>Dosis</translation>
        </message>
        <message>
            <source>Doses asked for, if stated</source>
            <translation>Dosis que se piden, si se indican</translation>
        </message>
        <message>
            <source>Each line that applies was answered and documented.</source>
            <translation>Cada línea que aplica está contestada y documentada.</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Inglés</translation>
        </message>
        <message>
            <source>Enter a date for each treatment day, or for none.</source>
            <translation>Escriba una fecha para cada día de tratamiento, o para ninguno.</translation>
        </message>
        <message>
            <source>Enter a number from {0} to {1} with at most 1 decimal.</source>
            <translation>Escriba un número de {0} a {1} con un decimal como máximo.</translation>
        </message>
        <message>
            <source>Enter a number from {0} to {1} with at most {2} decimals.</source>
            <translation>Escriba un número de {0} a {1} con {2} decimales como máximo.</translation>
        </message>
        <message>
            <source>Enter a whole number from {0} to {1}.</source>
            <translation>Escriba un número entero de {0} a {1}.</translation>
        </message>
        <message>
            <source>Enter an amount in mg for each day, above 0 and not too high, or for none.</source>
            <translation>Escriba una cantidad en mg para cada día, mayor de 0 y no demasiado alta, o para ninguno.</translation>
        </message>
        <message>
            <source>Enter height and weight</source>
            <translation>Escriba la estatura y el peso</translation>
        </message>
        <message>
            <source>Enter how many cycles are asked for: 1 or more.</source>
            <translation>Escriba cuántos ciclos se piden: 1 o más.</translation>
        </message>
        <message>
            <source>Enter it as a fraction, such as 0.0001 for 1 cell in 10,000.</source>
            <translation>Escríbalo como fracción, por ejemplo 0.0001 para 1 célula en 10,000.</translation>
        </message>
        <message>
            <source>Enter the ANC in ×10^9/L, 0 to {0}.</source>
            <translation>Escriba el recuento absoluto de neutrófilos en ×10^9/L, de 0 a {0}.</translation>
        </message>
        <message>
            <source>Enter the NPI.</source>
            <translation>Escriba el NPI.</translation>
        </message>
        <message>
            <source>Enter the birth date.</source>
            <translation>Escriba la fecha de nacimiento.</translation>
        </message>
        <message>
            <source>Enter the blasts in percent of the cells, 0 to 100.</source>
            <translation>Escriba los blastos en por ciento de las células, de 0 a 100.</translation>
        </message>
        <message>
            <source>Enter the day on which the request came in.</source>
            <translation>Escriba el día en que llegó la solicitud.</translation>
        </message>
        <message>
            <source>Enter the first name.</source>
            <translation>Escriba el nombre.</translation>
        </message>
        <message>
            <source>Enter the first treatment day.</source>
            <translation>Escriba el primer día de tratamiento.</translation>
        </message>
        <message>
            <source>Enter the given names.</source>
            <translation>Escriba el nombre.</translation>
        </message>
        <message>
            <source>Enter the height in cm, {0} to {1}.</source>
            <translation>Escriba la estatura en cm, de {0} a {1}.</translation>
        </message>
        <message>
            <source>Enter the last names.</source>
            <translation>Escriba los apellidos.</translation>
        </message>
        <message>
            <source>Enter the member ID.</source>
            <translation>Escriba el número de afiliado.</translation>
        </message>
        <message>
            <source>Enter the member number.</source>
            <translation>Escriba el número de afiliado.</translation>
        </message>
        <message>
            <source>Enter the number of the cycle in which they were taken.</source>
            <translation>Escriba el número del ciclo en que se tomaron.</translation>
        </message>
        <message>
            <source>Enter the number of the cycle.</source>
            <translation>Escriba el número del ciclo.</translation>
        </message>
        <message>
            <source>Enter the page as a whole number, from 1.</source>
            <translation>Escriba la página como número entero, desde 1.</translation>
        </message>
        <message>
            <source>Enter the platelets in ×10^9/L, 0 to {0}.</source>
            <translation>Escriba las plaquetas en ×10^9/L, de 0 a {0}.</translation>
        </message>
        <message>
            <source>Enter the prescriber's NPI.</source>
            <translation>Escriba el NPI del médico que receta.</translation>
        </message>
        <message>
            <source>Enter the prescriber's name.</source>
            <translation>Escriba el nombre del médico que receta.</translation>
        </message>
        <message>
            <source>Enter the surnames.</source>
            <translation>Escriba los apellidos.</translation>
        </message>
        <message>
            <source>Enter the time at which the request came in.</source>
            <translation>Escriba la hora en que llegó la solicitud.</translation>
        </message>
        <message>
            <source>Enter the title of the document.</source>
            <translation>Escriba el título del documento.</translation>
        </message>
        <message>
            <source>Enter the weight</source>
            <translation>Escriba el peso</translation>
        </message>
        <message>
            <source>Enter the weight in kg, {0} to {1}.</source>
            <translation>Escriba el peso en kg, de {0} a {1}.</translation>
        </message>
        <message>
            <source>Every criterion that applies is met ({0}). More is asked for than the policy allows: {1}.</source>
            <translation>Se cumplen todos los criterios que aplican ({0}). Se pide más de lo que permite la política: {1}.</translation>
        </message>
        <message>
            <source>Every criterion that applies is met ({0}). The dose is within the limit. The decision is yours.</source>
            <translation>Se cumplen todos los criterios que aplican ({0}). La dosis está dentro del límite. La decisión es suya.</translation>
        </message>
        <message>
            <source>Expedited</source>
            <translation>Rápida</translation>
        </message>
        <message>
            <source>Extend cycle 1 to {0} days</source>
            <translation>Extender el ciclo 1 a {0} días</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Archivos</translation>
        </message>
        <message>
            <source>Finding so far</source>
            <translation>Resultado hasta ahora</translation>
        </message>
        <message>
            <source>First cycle</source>
            <translation>Primer ciclo</translation>
        </message>
        <message>
            <source>First treatment day</source>
            <translation>Primer día de tratamiento</translation>
        </message>
        <message>
            <source>Flow cytometry</source>
            <translation>Citometría de flujo</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>Fórmula</translation>
        </message>
        <message>
            <source>GIF picture</source>
            <translation>Imagen GIF</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Devolver</translation>
        </message>
        <message>
            <source>Give your reason.</source>
            <translation>Dé su razón.</translation>
        </message>
        <message>
            <source>Given names</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Good to know</source>
            <translation>Conviene saber</translation>
        </message>
        <message>
            <source>HEIC picture, cannot be shown here</source>
            <translation>Imagen HEIC, aquí no se puede mostrar</translation>
        </message>
        <message>
            <source>Handed to print</source>
            <translation>Enviada a imprimir</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>Estatura</translation>
        </message>
        <message>
            <source>Height and weight are missing</source>
            <translation>Faltan la estatura y el peso</translation>
        </message>
        <message>
            <source>Height and weight are missing, so no dose can be authorized.</source>
            <translation>Faltan la estatura y el peso, así que no se puede autorizar ninguna dosis.</translation>
        </message>
        <message>
            <source>Height and weight are missing. Without them no dose can be computed or authorized.</source>
            <translation>Faltan la estatura y el peso. Sin ellos no se puede calcular ni autorizar ninguna dosis.</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historial</translation>
        </message>
        <message>
            <source>History of the case</source>
            <translation>Historial del caso</translation>
        </message>
        <message>
            <source>Holds {0}</source>
            <translation>Contiene {0}</translation>
        </message>
        <message>
            <source>How it goes to the member</source>
            <translation>Cómo le llega al afiliado</translation>
        </message>
        <message>
            <source>How it goes to the prescriber</source>
            <translation>Cómo le llega al médico que receta</translation>
        </message>
        <message>
            <source>How many cycles</source>
            <translation>Cuántos ciclos</translation>
        </message>
        <message>
            <source>How the policy measures a response</source>
            <translation>Cómo mide la política una respuesta</translation>
        </message>
        <message>
            <source>If the record has them. They are compared with the policy's definitions; you answer.</source>
            <translation>Si están en el expediente. Se comparan con las definiciones de la política; usted contesta.</translation>
        </message>
        <message>
            <source>If: {0}</source>
            <translation>Si: {0}</translation>
        </message>
        <message>
            <source>Imaging</source>
            <translation>Imágenes médicas</translation>
        </message>
        <message>
            <source>In cycle</source>
            <translation>En el ciclo</translation>
        </message>
        <message>
            <source>In this file</source>
            <translation>En este archivo</translation>
        </message>
        <message>
            <source>Initial</source>
            <translation>Inicial</translation>
        </message>
        <message>
            <source>Issue to the member</source>
            <translation>Emitir al afiliado</translation>
        </message>
        <message>
            <source>Issue to the prescriber</source>
            <translation>Emitir al médico que receta</translation>
        </message>
        <message>
            <source>Issued to the member</source>
            <translation>Emitida al afiliado</translation>
        </message>
        <message>
            <source>Issued to the prescriber</source>
            <translation>Emitida al médico que receta</translation>
        </message>
        <message>
            <source>It is dated {0} and did not go out that day. Date it anew: the decision stays as it is.</source>
            <translation>Lleva la fecha {0} y no salió ese día. Póngale otra fecha: la decisión queda como está.</translation>
        </message>
        <message>
            <source>It is kept with the letter, with your name.</source>
            <translation>Se guarda con la carta, con el nombre de usted.</translation>
        </message>
        <message>
            <source>It opens your signing key for this one letter.</source>
            <translation>Abre su llave de firma solo para esta carta.</translation>
        </message>
        <message>
            <source>It waits for a physician reviewer.</source>
            <translation>Espera por un médico revisor.</translation>
        </message>
        <message>
            <source>It went out</source>
            <translation>Salió</translation>
        </message>
        <message>
            <source>JPEG picture</source>
            <translation>Imagen JPEG</translation>
        </message>
        <message>
            <source>Keeps the case open; the clock runs</source>
            <translation>Deja el caso abierto; el reloj corre</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Laboratory result</source>
            <translation>Resultado de laboratorio</translation>
        </message>
        <message>
            <source>Laboratory values</source>
            <translation>Valores de laboratorio</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Language of the letters</source>
            <translation>Idioma de las cartas</translation>
        </message>
        <message>
            <source>Large print</source>
            <translation>Letra grande</translation>
        </message>
        <message>
            <source>Large print, 18 points</source>
            <translation>Letra grande, 18 puntos</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Más grande</translation>
        </message>
        <message>
            <source>Leave it as it is</source>
            <translation>Dejarla como está</translation>
        </message>
        <message>
            <source>Length of cycle 1</source>
            <translation>Duración del ciclo 1</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Carta</translation>
        </message>
        <message>
            <source>Letter language</source>
            <translation>Idioma de la carta</translation>
        </message>
        <message>
            <source>Letter {0}</source>
            <translation>Carta {0}</translation>
        </message>
        <message>
            <source>Letter {0} took its place.</source>
            <translation>La carta {0} ocupó su lugar.</translation>
        </message>
        <message>
            <source>Letters of this case</source>
            <translation>Cartas de este caso</translation>
        </message>
        <message>
            <source>Leukemic blasts in the blood</source>
            <translation>Blastos leucémicos en la sangre</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>Límite</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>Longer than {0}, as asked: {1} ({2})</source>
            <translation>Más de {0}, como se pidió: {1} ({2})</translation>
        </message>
        <message>
            <source>MBI, if known</source>
            <translation>MBI, si se sabe</translation>
        </message>
        <message>
            <source>MRD is positive.</source>
            <translation>La ERM es positiva.</translation>
        </message>
        <message>
            <source>MRD result</source>
            <translation>Resultado de ERM</translation>
        </message>
        <message>
            <source>Mark as not seen</source>
            <translation>Marcar como no visto</translation>
        </message>
        <message>
            <source>Mark as seen</source>
            <translation>Marcar como visto</translation>
        </message>
        <message>
            <source>Marrow blasts</source>
            <translation>Blastos en la médula</translation>
        </message>
        <message>
            <source>Measured</source>
            <translation>Medido</translation>
        </message>
        <message>
            <source>Measured on</source>
            <translation>Medido el</translation>
        </message>
        <message>
            <source>Measurements</source>
            <translation>Medidas</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>Afiliado</translation>
        </message>
        <message>
            <source>Member ID</source>
            <translation>Número de afiliado</translation>
        </message>
        <message>
            <source>Member number</source>
            <translation>Número de afiliado</translation>
        </message>
        <message>
            <source>Member's address</source>
            <translation>Dirección del afiliado</translation>
        </message>
        <message>
            <source>Member's copy</source>
            <translation>Copia del afiliado</translation>
        </message>
        <message>
            <source>Member's first name</source>
            <translation>Nombre del afiliado</translation>
        </message>
        <message>
            <source>Member's last names</source>
            <translation>Apellidos del afiliado</translation>
        </message>
        <message>
            <source>Met</source>
            <translation>Se cumple</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>Método</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Falta</translation>
        </message>
        <message>
            <source>More is asked for than one approval may cover; see Dose and schedule.</source>
            <translation>Se pide más de lo que una aprobación puede cubrir; vea Dosis y calendario.</translation>
        </message>
        <message>
            <source>NPI</source>
            <translation>NPI</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Name not entered yet</source>
            <translation>Nombre sin escribir todavía</translation>
        </message>
        <message>
            <source>Needs a document</source>
            <translation>Necesita un documento</translation>
        </message>
        <message>
            <source>Negative</source>
            <translation>Negativo</translation>
        </message>
        <message>
            <source>Neutrophils (ANC)</source>
            <translation>Neutrófilos (recuento absoluto)</translation>
        </message>
        <message>
            <source>Next open question</source>
            <translation>Próxima pregunta pendiente</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Próxima página</translation>
        </message>
        <message>
            <source>Next question</source>
            <translation>Próxima pregunta</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>No answer changes this: cycle {0} is asked for, and that decides alone.</source>
            <translation>Ninguna respuesta cambia esto: se pide el ciclo {0}, y eso decide por sí solo.</translation>
        </message>
        <message>
            <source>No document has been named yet.</source>
            <translation>Todavía no se ha nombrado ningún documento.</translation>
        </message>
        <message>
            <source>No document shows this yet. It counts as open until one does.</source>
            <translation>Ningún documento muestra esto todavía. Cuenta como pendiente hasta que uno lo muestre.</translation>
        </message>
        <message>
            <source>No document yet</source>
            <translation>Sin documento todavía</translation>
        </message>
        <message>
            <source>No file is attached yet.</source>
            <translation>Todavía no hay archivos adjuntos.</translation>
        </message>
        <message>
            <source>No program on this computer opened the letter. Open and print it yourself: {0}</source>
            <translation>Ningún programa de esta computadora abrió la carta. Ábrala e imprímala usted: {0}</translation>
        </message>
        <message>
            <source>No recommendation yet</source>
            <translation>Sin recomendación todavía</translation>
        </message>
        <message>
            <source>No response that counts, so no dose</source>
            <translation>Ninguna respuesta que cuente, así que no hay dosis</translation>
        </message>
        <message>
            <source>Nobody has approved or paid for this treatment before</source>
            <translation>Nadie ha aprobado ni pagado antes este tratamiento</translation>
        </message>
        <message>
            <source>Nobody has taken it over yet.</source>
            <translation>Nadie se ha hecho cargo todavía.</translation>
        </message>
        <message>
            <source>Nobody referred this case</source>
            <translation>Nadie refirió este caso</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>Not answered</source>
            <translation>Sin contestar</translation>
        </message>
        <message>
            <source>Not answered yet</source>
            <translation>Sin contestar todavía</translation>
        </message>
        <message>
            <source>Not known yet. Missing: {0}.</source>
            <translation>No se sabe todavía. Falta: {0}.</translation>
        </message>
        <message>
            <source>Not met</source>
            <translation>No se cumple</translation>
        </message>
        <message>
            <source>Not met: a physician reviewer decides</source>
            <translation>No se cumple: decide un médico revisor</translation>
        </message>
        <message>
            <source>Not met: {0}. Refer the case to a physician reviewer, or decide it as one.</source>
            <translation>No se cumple: {0}. Refiera el caso a un médico revisor, o decídalo usted si lo es.</translation>
        </message>
        <message>
            <source>Not met: {0}. The program never denies; a physician reviewer decides.</source>
            <translation>No se cumple: {0}. El programa nunca deniega; decide un médico revisor.</translation>
        </message>
        <message>
            <source>Not needed</source>
            <translation>No hace falta</translation>
        </message>
        <message>
            <source>Not shown negative: a method that finds {0} cannot show it; {1} is needed.</source>
            <translation>No se muestra negativa: un método que detecta {0} no lo puede mostrar; hace falta {1}.</translation>
        </message>
        <message>
            <source>Not shown negative: the result is missing.</source>
            <translation>No se muestra negativa: falta el resultado.</translation>
        </message>
        <message>
            <source>Not shown negative: the sensitivity of the method is missing.</source>
            <translation>No se muestra negativa: falta la sensibilidad del método.</translation>
        </message>
        <message>
            <source>Not stated</source>
            <translation>No se indica</translation>
        </message>
        <message>
            <source>Not: {0}</source>
            <translation>No: {0}</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Note for the physician reviewer</source>
            <translation>Nota para el médico revisor</translation>
        </message>
        <message>
            <source>Nothing asked for is above the limit</source>
            <translation>Nada de lo que se pide pasa del límite</translation>
        </message>
        <message>
            <source>Nothing can be signed until the plan's file is corrected.</source>
            <translation>No se puede firmar nada hasta que se corrija el archivo del plan.</translation>
        </message>
        <message>
            <source>Nothing is changed yet.</source>
            <translation>Todavía no ha cambiado nada.</translation>
        </message>
        <message>
            <source>Nothing is signed until you press Sign. A signed decision is never overwritten.</source>
            <translation>No se firma nada hasta que oprima Firmar. Una decisión firmada nunca se sobrescribe.</translation>
        </message>
        <message>
            <source>Nothing to save yet</source>
            <translation>Nada que guardar todavía</translation>
        </message>
        <message>
            <source>Nothing was signed: {0}</source>
            <translation>No se firmó nada: {0}</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>En camino</translation>
        </message>
        <message>
            <source>One field of the case is missing or cannot be used.</source>
            <translation>Falta un campo del caso o no se puede usar.</translation>
        </message>
        <message>
            <source>One field of the case is missing or cannot be used. The dose plan comes once it is mended.</source>
            <translation>Falta un campo del caso o no se puede usar. El plan de dosis viene cuando se corrija.</translation>
        </message>
        <message>
            <source>Only a physician reviewer</source>
            <translation>Solo un médico revisor</translation>
        </message>
        <message>
            <source>Only a physician reviewer may deny or approve in part. Nothing is signed until you press Sign.</source>
            <translation>Solo un médico revisor puede denegar o aprobar en parte. No se firma nada hasta que oprima Firmar.</translation>
        </message>
        <message>
            <source>Only a reviewer or a physician reviewer</source>
            <translation>Solo un revisor o un médico revisor</translation>
        </message>
        <message>
            <source>Only cycle 1 can be made longer.</source>
            <translation>Solo se puede extender el ciclo 1.</translation>
        </message>
        <message>
            <source>Open the other request</source>
            <translation>Abrir la otra solicitud</translation>
        </message>
        <message>
            <source>Open: {0}</source>
            <translation>Pendiente: {0}</translation>
        </message>
        <message>
            <source>Or drop files here, or paste a picture. Each is sealed into the casebook, up to 100 MB.</source>
            <translation>O suelte archivos aquí, o pegue una imagen. Cada uno se sella en el registro de casos, hasta 100 MB.</translation>
        </message>
        <message>
            <source>Other document</source>
            <translation>Otro documento</translation>
        </message>
        <message>
            <source>PCR</source>
            <translation>PCR</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>PDF files (*.pdf)</source>
            <translation>Archivos PDF (*.pdf)</translation>
        </message>
        <message>
            <source>PDF files and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp);;All files (*)</source>
            <translation>Archivos PDF e imágenes (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>PNG picture</source>
            <translation>Imagen PNG</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Página</translation>
        </message>
        <message>
            <source>Page width</source>
            <translation>Ancho de la página</translation>
        </message>
        <message>
            <source>Page {0} of {1}</source>
            <translation>Página {0} de {1}</translation>
        </message>
        <message>
            <source>Page, finding, steps, footer</source>
            <translation>Página, resultado, pasos, pie</translation>
        </message>
        <message>
            <source>Partial approval</source>
            <translation>Aprobación parcial</translation>
        </message>
        <message>
            <source>Pasted picture.png</source>
            <translation>Imagen pegada.png</translation>
        </message>
        <message>
            <source>Pathology report</source>
            <translation>Informe de patología</translation>
        </message>
        <message>
            <source>Phone, if known</source>
            <translation>Teléfono, si se sabe</translation>
        </message>
        <message>
            <source>Physician reviewer</source>
            <translation>Médico revisor</translation>
        </message>
        <message>
            <source>Physician statement</source>
            <translation>Declaración del médico</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Plan copy, both pages</source>
            <translation>Copia del plan, las dos páginas</translation>
        </message>
        <message>
            <source>Platelets</source>
            <translation>Plaquetas</translation>
        </message>
        <message>
            <source>Positive</source>
            <translation>Positivo</translation>
        </message>
        <message>
            <source>Prescriber</source>
            <translation>Médico que receta</translation>
        </message>
        <message>
            <source>Prescriber's NPI</source>
            <translation>NPI del médico que receta</translation>
        </message>
        <message>
            <source>Prescriber's copy</source>
            <translation>Copia del médico que receta</translation>
        </message>
        <message>
            <source>Prescriber's name</source>
            <translation>Nombre del médico que receta</translation>
        </message>
        <message>
            <source>Prescriber's phone</source>
            <translation>Teléfono del médico que receta</translation>
        </message>
        <message>
            <source>Present</source>
            <translation>Presente</translation>
        </message>
        <message>
            <source>Preview letter</source>
            <translation>Vista previa de la carta</translation>
        </message>
        <message>
            <source>Preview, not signed</source>
            <translation>Vista previa, sin firmar</translation>
        </message>
        <message>
            <source>Previous page</source>
            <translation>Página anterior</translation>
        </message>
        <message>
            <source>Previous question</source>
            <translation>Pregunta anterior</translation>
        </message>
        <message>
            <source>Print letter</source>
            <translation>Imprimir la carta</translation>
        </message>
        <message>
            <source>Printed as it stands here: the letter is a file and is never redrawn.</source>
            <translation>Se imprime tal como está aquí: la carta es un archivo y nunca se vuelve a dibujar.</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Prioridad</translation>
        </message>
        <message>
            <source>Procedure code (HCPCS)</source>
            <translation>Código de procedimiento (HCPCS)</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Propósito</translation>
        </message>
        <message>
            <source>Put right what was written wrong. The decision stays as it is; the new letter names this one and says what changed.</source>
            <translation>Corrija lo que se escribió mal. La decisión queda como está; la carta nueva nombra esta y dice qué cambió.</translation>
        </message>
        <message>
            <source>Quality assurance</source>
            <translation>Control de calidad</translation>
        </message>
        <message>
            <source>Question for the reviewer</source>
            <translation>Pregunta para el revisor</translation>
        </message>
        <message>
            <source>Read it once more, then sign with your passphrase.</source>
            <translation>Léala una vez más y luego firme con su frase de contraseña.</translation>
        </message>
        <message>
            <source>Reading</source>
            <translation>Lectura</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Razón</translation>
        </message>
        <message>
            <source>Received at</source>
            <translation>Hora en que llegó</translation>
        </message>
        <message>
            <source>Received on</source>
            <translation>Día en que llegó</translation>
        </message>
        <message>
            <source>Recommendation: approve cycle {0}</source>
            <translation>Recomendación: aprobar el ciclo {0}</translation>
        </message>
        <message>
            <source>Recommendation: approve in part, cycle {0}</source>
            <translation>Recomendación: aprobar en parte, ciclo {0}</translation>
        </message>
        <message>
            <source>Recommendation: ask for what is missing</source>
            <translation>Recomendación: pedir lo que falta</translation>
        </message>
        <message>
            <source>Recommendation: refer to a physician reviewer</source>
            <translation>Recomendación: referir a un médico revisor</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rehacer</translation>
        </message>
        <message>
            <source>Refer to a physician reviewer</source>
            <translation>Referir a un médico revisor</translation>
        </message>
        <message>
            <source>Referred by {0}</source>
            <translation>Referido por {0}</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Remove {0}</source>
            <translation>Quitar {0}</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Solicitud</translation>
        </message>
        <message>
            <source>Request for documents</source>
            <translation>Solicitud de documentos</translation>
        </message>
        <message>
            <source>Response</source>
            <translation>Respuesta</translation>
        </message>
        <message>
            <source>Response after it not stated yet</source>
            <translation>La respuesta después de él todavía no se indica</translation>
        </message>
        <message>
            <source>Response after it: {0}</source>
            <translation>Respuesta después de él: {0}</translation>
        </message>
        <message>
            <source>Response before cycle {0}</source>
            <translation>Respuesta antes del ciclo {0}</translation>
        </message>
        <message>
            <source>Return to the reviewer</source>
            <translation>Devolver al revisor</translation>
        </message>
        <message>
            <source>Reviewer</source>
            <translation>Revisor</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>Guardar una copia</translation>
        </message>
        <message>
            <source>Save a copy that anybody can read</source>
            <translation>Guardar una copia que cualquiera puede leer</translation>
        </message>
        <message>
            <source>Save letter</source>
            <translation>Guardar la carta</translation>
        </message>
        <message>
            <source>Saved as a file</source>
            <translation>Guardada como archivo</translation>
        </message>
        <message>
            <source>Saved as {0}</source>
            <translation>Se guardó como {0}</translation>
        </message>
        <message>
            <source>Saved as {0}. Anybody who gets this file can read it; remove it when you do not need it any more.</source>
            <translation>Se guardó como {0}. Cualquiera que reciba este archivo lo puede leer; bórrelo cuando ya no lo necesite.</translation>
        </message>
        <message>
            <source>Say in which file it lies</source>
            <translation>Diga en qué archivo está</translation>
        </message>
        <message>
            <source>Say why the letter goes out without it.</source>
            <translation>Diga por qué la carta sale sin eso.</translation>
        </message>
        <message>
            <source>Say why, for this member, in plain words.</source>
            <translation>Diga por qué, para este afiliado, en palabras sencillas.</translation>
        </message>
        <message>
            <source>Sealing a file, {0} so far.</source>
            <translation>Sellando un archivo, {0} hasta ahora.</translation>
        </message>
        <message>
            <source>Sealing a file, {0} so far. {1} more to come.</source>
            <translation>Sellando un archivo, {0} hasta ahora. Faltan {1} más.</translation>
        </message>
        <message>
            <source>Section {0} of {1}, as approved {2}. {3}</source>
            <translation>Sección {0} de {1}, aprobada {2}. {3}</translation>
        </message>
        <message>
            <source>Seen by {0}, {1}</source>
            <translation>Visto por {0}, {1}</translation>
        </message>
        <message>
            <source>Sensitivity, as a fraction</source>
            <translation>Sensibilidad, como fracción</translation>
        </message>
        <message>
            <source>Sent to the member</source>
            <translation>Enviada al afiliado</translation>
        </message>
        <message>
            <source>Sent to the prescriber</source>
            <translation>Enviada al médico que receta</translation>
        </message>
        <message>
            <source>Sequencing (NGS)</source>
            <translation>Secuenciación (NGS)</translation>
        </message>
        <message>
            <source>Show finding</source>
            <translation>Mostrar el resultado</translation>
        </message>
        <message>
            <source>Show letter</source>
            <translation>Mostrar la carta</translation>
        </message>
        <message>
            <source>Show page</source>
            <translation>Mostrar la página</translation>
        </message>
        <message>
            <source>Show the whole finding</source>
            <translation>Mostrar el resultado completo</translation>
        </message>
        <message>
            <source>Show {0} in {1}</source>
            <translation>Mostrar {0} en {1}</translation>
        </message>
        <message>
            <source>Shown by</source>
            <translation>Lo muestra</translation>
        </message>
        <message>
            <source>Sign approval</source>
            <translation>Firmar la aprobación</translation>
        </message>
        <message>
            <source>Sign decision</source>
            <translation>Firmar la decisión</translation>
        </message>
        <message>
            <source>Sign denial</source>
            <translation>Firmar la denegación</translation>
        </message>
        <message>
            <source>Sign partial approval</source>
            <translation>Firmar la aprobación parcial</translation>
        </message>
        <message>
            <source>Sign request for documents</source>
            <translation>Firmar la solicitud</translation>
        </message>
        <message>
            <source>Sign the corrected letter</source>
            <translation>Firmar la carta corregida</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>Firmada por</translation>
        </message>
        <message>
            <source>Signed by {0}, {1}. Letter {2}.</source>
            <translation>Firmada por {0}, {1}. Carta {2}.</translation>
        </message>
        <message>
            <source>Signed; nothing else was done with it yet.</source>
            <translation>Firmada; todavía no se hizo nada más con ella.</translation>
        </message>
        <message>
            <source>Signing</source>
            <translation>Firmando</translation>
        </message>
        <message>
            <source>Signing makes all of them.</source>
            <translation>Al firmar se hacen todas.</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>Más pequeño</translation>
        </message>
        <message>
            <source>Something written wrong?</source>
            <translation>¿Algo se escribió mal?</translation>
        </message>
        <message>
            <source>Source: {0}</source>
            <translation>Fuente: {0}</translation>
        </message>
        <message>
            <source>Source: {0}.</source>
            <translation>Fuente: {0}.</translation>
        </message>
        <message>
            <source>Spanish</source>
            <translation>Español</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>Estándar</translation>
        </message>
        <message>
            <source>Start cycle {0}</source>
            <translation>Empezar el ciclo {0}</translation>
        </message>
        <message>
            <source>Step {0}</source>
            <translation>Paso {0}</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Pasos</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>Surnames</source>
            <translation>Apellidos</translation>
        </message>
        <message>
            <source>TIFF picture</source>
            <translation>Imagen TIFF</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabla</translation>
        </message>
        <message>
            <source>Take cycle {0}</source>
            <translation>Tomar el ciclo {0}</translation>
        </message>
        <message>
            <source>Take over</source>
            <translation>Hacerse cargo</translation>
        </message>
        <message>
            <source>Take the case over first</source>
            <translation>Primero hágase cargo del caso</translation>
        </message>
        <message>
            <source>Taken on</source>
            <translation>Tomada el</translation>
        </message>
        <message>
            <source>The birth date is after the first treatment day.</source>
            <translation>La fecha de nacimiento es posterior al primer día de tratamiento.</translation>
        </message>
        <message>
            <source>The case is not complete yet</source>
            <translation>El caso todavía no está completo</translation>
        </message>
        <message>
            <source>The case is with a physician reviewer</source>
            <translation>El caso lo tiene un médico revisor</translation>
        </message>
        <message>
            <source>The criteria are met, but height and weight are missing</source>
            <translation>Los criterios se cumplen, pero faltan la estatura y el peso</translation>
        </message>
        <message>
            <source>The dose is the same for everyone; it needs no measurement.</source>
            <translation>La dosis es igual para todos; no necesita ninguna medida.</translation>
        </message>
        <message>
            <source>The dose of cycle {0} depends on this: {1}; {2}.</source>
            <translation>La dosis del ciclo {0} depende de esto: {1}; {2}.</translation>
        </message>
        <message>
            <source>The file cannot be shown: {0}. Restore it from a backup.</source>
            <translation>El archivo no se puede mostrar: {0}. Restáurelo de una copia de seguridad.</translation>
        </message>
        <message>
            <source>The last change is not saved</source>
            <translation>El último cambio no está guardado</translation>
        </message>
        <message>
            <source>The letter cannot be taken back. The case stays open and its clock keeps running.</source>
            <translation>La carta no se puede retirar. El caso sigue abierto y su reloj sigue corriendo.</translation>
        </message>
        <message>
            <source>The member's course</source>
            <translation>El curso del afiliado</translation>
        </message>
        <message>
            <source>The plan's file must be corrected. Who may sign without it: {0}.</source>
            <translation>Hay que corregir el archivo del plan. Quién puede firmar sin eso: {0}.</translation>
        </message>
        <message>
            <source>The question is answered so.</source>
            <translation>La pregunta se contesta así.</translation>
        </message>
        <message>
            <source>The request is not complete yet; see the page Request.</source>
            <translation>La solicitud todavía no está completa; vea la página Solicitud.</translation>
        </message>
        <message>
            <source>The same is asked for in an open case: {0}. Decide one of them only.</source>
            <translation>Un caso abierto pide lo mismo: {0}. Decida solo uno de los dos.</translation>
        </message>
        <message>
            <source>The same is asked for in {0} other open cases, the first is {1}. Decide one of them only.</source>
            <translation>Otros {0} casos abiertos piden lo mismo; el primero es {1}. Decida solo uno.</translation>
        </message>
        <message>
            <source>The step before could not be done</source>
            <translation>No se pudo hacer el paso anterior</translation>
        </message>
        <message>
            <source>The table's mg, whatever the body size.</source>
            <translation>Los mg de la tabla, sin importar el tamaño del cuerpo.</translation>
        </message>
        <message>
            <source>The table's mg/kg times the weight.</source>
            <translation>Los mg/kg de la tabla por el peso.</translation>
        </message>
        <message>
            <source>The usual time to decide</source>
            <translation>El tiempo usual para decidir</translation>
        </message>
        <message>
            <source>The weight is missing</source>
            <translation>Falta el peso</translation>
        </message>
        <message>
            <source>The weight is missing, so no dose can be authorized.</source>
            <translation>Falta el peso, así que no se puede autorizar ninguna dosis.</translation>
        </message>
        <message>
            <source>The weight is missing. Without it no dose can be computed or authorized.</source>
            <translation>Falta el peso. Sin él no se puede calcular ni autorizar ninguna dosis.</translation>
        </message>
        <message>
            <source>There is no letter to show: {0}</source>
            <translation>No hay carta que mostrar: {0}</translation>
        </message>
        <message>
            <source>There is no letter yet. Choose a decision first; handing the case over makes none.</source>
            <translation>Todavía no hay carta. Primero escoja una decisión; entregar el caso no produce ninguna.</translation>
        </message>
        <message>
            <source>These values show: {0}.</source>
            <translation>Estos valores muestran: {0}.</translation>
        </message>
        <message>
            <source>This PDF file is damaged and cannot be shown. Ask for another copy.</source>
            <translation>Este archivo PDF está dañado y no se puede mostrar. Pida otra copia.</translation>
        </message>
        <message>
            <source>This PDF file is protected by a password. Ask for a copy without one, or save a copy.</source>
            <translation>Este archivo PDF está protegido con contraseña. Pida una copia sin contraseña, o guarde una copia.</translation>
        </message>
        <message>
            <source>This cannot be undone. A later decision is added to it and never overwrites it.</source>
            <translation>Esto no se puede deshacer. Una decisión posterior se le añade y nunca la sobrescribe.</translation>
        </message>
        <message>
            <source>This case is decided. A later decision is added to it and never overwrites it.</source>
            <translation>Este caso está decidido. Una decisión posterior se le añade y nunca la sobrescribe.</translation>
        </message>
        <message>
            <source>This case makes an approved first cycle longer.</source>
            <translation>Este caso extiende un primer ciclo aprobado.</translation>
        </message>
        <message>
            <source>This case makes the first cycle longer that letter {0} approved, to {1}.</source>
            <translation>Este caso extiende el primer ciclo que aprobó la carta {0}, a {1}.</translation>
        </message>
        <message>
            <source>This is before the policy came into force.</source>
            <translation>Es anterior a la fecha en que entró en vigor la política.</translation>
        </message>
        <message>
            <source>This is no Medicare number: 11 letters and digits, such as 1EG4TE5MK73.</source>
            <translation>Este no es un número de Medicare: 11 letras y números, como 1EG4TE5MK73.</translation>
        </message>
        <message>
            <source>This is no NPI: 10 digits, of which the last checks the others.</source>
            <translation>Este no es un NPI: 10 números, de los cuales el último verifica los demás.</translation>
        </message>
        <message>
            <source>This is not later than the date before it.</source>
            <translation>No es posterior a la fecha que le precede.</translation>
        </message>
        <message>
            <source>This is not your passphrase. Nothing was signed; try again.</source>
            <translation>Esta no es su frase de contraseña. No se firmó nada; intente otra vez.</translation>
        </message>
        <message>
            <source>This picture is damaged and cannot be shown. Ask for another copy.</source>
            <translation>Esta imagen está dañada y no se puede mostrar. Pida otra copia.</translation>
        </message>
        <message>
            <source>This picture is too large to be shown ({0} by {1} pixels). It is kept; save a copy.</source>
            <translation>Esta imagen es demasiado grande para mostrarla ({0} por {1} píxeles). Se conserva; guarde una copia.</translation>
        </message>
        <message>
            <source>This preview</source>
            <translation>Esta vista previa</translation>
        </message>
        <message>
            <source>This report shows MRD negativity.</source>
            <translation>Este informe muestra ERM negativa.</translation>
        </message>
        <message>
            <source>This will be signed</source>
            <translation>Esto se firmará</translation>
        </message>
        <message>
            <source>Through the portal</source>
            <translation>Por el portal</translation>
        </message>
        <message>
            <source>Ticking a document counts at once. Ctrl Z takes it back.</source>
            <translation>Marcar un documento cuenta enseguida. Ctrl Z lo deshace.</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Título</translation>
        </message>
        <message>
            <source>To authorize</source>
            <translation>Por autorizar</translation>
        </message>
        <message>
            <source>Today {0}</source>
            <translation>Hoy {0}</translation>
        </message>
        <message>
            <source>Treatment dates, if stated</source>
            <translation>Fechas de tratamiento, si se indican</translation>
        </message>
        <message>
            <source>Treatment day</source>
            <translation>Día de tratamiento</translation>
        </message>
        <message>
            <source>Treatment plan</source>
            <translation>Plan de tratamiento</translation>
        </message>
        <message>
            <source>Turn</source>
            <translation>Girar</translation>
        </message>
        <message>
            <source>Type your passphrase to sign.</source>
            <translation>Escriba su frase de contraseña para firmar.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Use this answer</source>
            <translation>Usar esta respuesta</translation>
        </message>
        <message>
            <source>Use {0}</source>
            <translation>Usar {0}</translation>
        </message>
        <message>
            <source>Usual print</source>
            <translation>Letra normal</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valor</translation>
        </message>
        <message>
            <source>Vials of {0}</source>
            <translation>Viales de {0}</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ver</translation>
        </message>
        <message>
            <source>Waiting could harm the member</source>
            <translation>Esperar podría hacerle daño al afiliado</translation>
        </message>
        <message>
            <source>WebP picture</source>
            <translation>Imagen WebP</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>Peso</translation>
        </message>
        <message>
            <source>What came in, in the order of the papers. Each field is saved when you leave it.</source>
            <translation>Lo que llegó, en el orden de los papeles. Cada campo se guarda cuando usted sale de él.</translation>
        </message>
        <message>
            <source>What can follow</source>
            <translation>Lo que puede seguir</translation>
        </message>
        <message>
            <source>What is not met</source>
            <translation>Lo que no se cumple</translation>
        </message>
        <message>
            <source>What the decision rests on</source>
            <translation>En qué se basa la decisión</translation>
        </message>
        <message>
            <source>What the policy allows: {0} cycle, {1} units</source>
            <translation>Lo que permite la política: ciclo {0}, {1} unidades</translation>
        </message>
        <message>
            <source>What would change this</source>
            <translation>Qué cambiaría esto</translation>
        </message>
        <message>
            <source>Which document shows it?</source>
            <translation>¿Qué documento lo muestra?</translation>
        </message>
        <message>
            <source>Whole cycle</source>
            <translation>Ciclo completo</translation>
        </message>
        <message>
            <source>Why the first cycle needs more days</source>
            <translation>Por qué el primer ciclo necesita más días</translation>
        </message>
        <message>
            <source>Why the letter goes out without it</source>
            <translation>Por qué la carta sale sin eso</translation>
        </message>
        <message>
            <source>Why this does not hold in {0}</source>
            <translation>Por qué esto no vale en {0}</translation>
        </message>
        <message>
            <source>Why this holds in {0}</source>
            <translation>Por qué esto vale en {0}</translation>
        </message>
        <message>
            <source>Why this part of {0} is met</source>
            <translation>Por qué se cumple esta parte de {0}</translation>
        </message>
        <message>
            <source>Why this part of {0} is not met</source>
            <translation>Por qué no se cumple esta parte de {0}</translation>
        </message>
        <message>
            <source>Why this part of {0} is open</source>
            <translation>Por qué está pendiente esta parte de {0}</translation>
        </message>
        <message>
            <source>Why {0} is met</source>
            <translation>Por qué se cumple {0}</translation>
        </message>
        <message>
            <source>Why {0} is not met</source>
            <translation>Por qué no se cumple {0}</translation>
        </message>
        <message>
            <source>Why {0} is open</source>
            <translation>Por qué está pendiente {0}</translation>
        </message>
        <message>
            <source>With a specific reason, printed on the notice</source>
            <translation>Con una razón específica, impresa en la notificación</translation>
        </message>
        <message>
            <source>With your note</source>
            <translation>Con su nota</translation>
        </message>
        <message>
            <source>With your question</source>
            <translation>Con su pregunta</translation>
        </message>
        <message>
            <source>Without height and weight no dose can be authorized.</source>
            <translation>Sin la estatura y el peso no se puede autorizar ninguna dosis.</translation>
        </message>
        <message>
            <source>Without the weight no dose can be authorized; the height is not needed.</source>
            <translation>Sin el peso no se puede autorizar ninguna dosis; la estatura no hace falta.</translation>
        </message>
        <message>
            <source>Worklist</source>
            <translation>Lista de trabajo</translation>
        </message>
        <message>
            <source>Write document request</source>
            <translation>Redactar solicitud de documentos</translation>
        </message>
        <message>
            <source>Write the note.</source>
            <translation>Escriba la nota.</translation>
        </message>
        <message>
            <source>Write the question.</source>
            <translation>Escriba la pregunta.</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Sí</translation>
        </message>
        <message>
            <source>You took it over {0}.</source>
            <translation>Usted se hizo cargo {0}.</translation>
        </message>
        <message>
            <source>Your decision</source>
            <translation>Su decisión</translation>
        </message>
        <message>
            <source>Your passphrase</source>
            <translation>Su frase de contraseña</translation>
        </message>
        <message>
            <source>Your reason, printed on the letter</source>
            <translation>Su razón, impresa en la carta</translation>
        </message>
        <message>
            <source>a dose above the limit</source>
            <translation>una dosis sobre el límite</translation>
        </message>
        <message>
            <source>above {0}</source>
            <translation>más de {0}</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>aprobado</translation>
        </message>
        <message>
            <source>as in 10-Nov-2026</source>
            <translation>como 10-nov-2026</translation>
        </message>
        <message>
            <source>asked for</source>
            <translation>se pidió</translation>
        </message>
        <message>
            <source>at least {0}</source>
            <translation>al menos {0}</translation>
        </message>
        <message>
            <source>at most {0}</source>
            <translation>como máximo {0}</translation>
        </message>
        <message>
            <source>attached {0} by {1}</source>
            <translation>adjuntado {0} por {1}</translation>
        </message>
        <message>
            <source>below {0}</source>
            <translation>menos de {0}</translation>
        </message>
        <message>
            <source>cycle {0}</source>
            <translation>ciclo {0}</translation>
        </message>
        <message>
            <source>expedited</source>
            <translation>rápida</translation>
        </message>
        <message>
            <source>from {0}</source>
            <translation>desde {0}</translation>
        </message>
        <message>
            <source>it has no document yet</source>
            <translation>todavía no tiene documento</translation>
        </message>
        <message>
            <source>it is not answered yet</source>
            <translation>todavía no está contestada</translation>
        </message>
        <message>
            <source>letter {0}</source>
            <translation>carta {0}</translation>
        </message>
        <message>
            <source>line {0}</source>
            <translation>línea {0}</translation>
        </message>
        <message>
            <source>made longer by letter {0}</source>
            <translation>extendido por la carta {0}</translation>
        </message>
        <message>
            <source>met</source>
            <translation>se cumple</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>falta</translation>
        </message>
        <message>
            <source>neither</source>
            <translation>ninguna de las dos</translation>
        </message>
        <message>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <source>none</source>
            <translation>ninguna</translation>
        </message>
        <message>
            <source>not met</source>
            <translation>no se cumple</translation>
        </message>
        <message>
            <source>not needed</source>
            <translation>no hace falta</translation>
        </message>
        <message>
            <source>on the first treatment day</source>
            <translation>el primer día de tratamiento</translation>
        </message>
        <message>
            <source>page {0}</source>
            <translation>página {0}</translation>
        </message>
        <message>
            <source>present</source>
            <translation>presente</translation>
        </message>
        <message>
            <source>standard</source>
            <translation>estándar</translation>
        </message>
        <message>
            <source>the cases in this casebook</source>
            <translation>los casos de este registro</translation>
        </message>
        <message>
            <source>treatment-free</source>
            <translation>sin tratamiento</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>sí</translation>
        </message>
        <message>
            <source>{0} ({1} y)</source>
            <translation>{0} ({1} a)</translation>
        </message>
        <message>
            <source>{0} KB</source>
            <translation>{0} KB</translation>
        </message>
        <message>
            <source>{0} MB</source>
            <translation>{0} MB</translation>
        </message>
        <message>
            <source>{0} after the first treatment day</source>
            <translation>{0} después del primer día de tratamiento</translation>
        </message>
        <message>
            <source>{0} and {1}</source>
            <translation>{0} y {1}</translation>
        </message>
        <message>
            <source>{0} before the first treatment day</source>
            <translation>{0} antes del primer día de tratamiento</translation>
        </message>
        <message>
            <source>{0} by {1}, {2}, {3}</source>
            <translation>{0} por {1}, {2}, {3}</translation>
        </message>
        <message>
            <source>{0} bytes</source>
            <translation>{0} bytes</translation>
        </message>
        <message>
            <source>{0} cannot be shown here. Save a copy to open it with another program.</source>
            <translation>{0} no se puede mostrar aquí. Guarde una copia para abrirlo con otro programa.</translation>
        </message>
        <message>
            <source>{0} cycles, where one approval covers {1}</source>
            <translation>{0} ciclos, y una aprobación cubre {1}</translation>
        </message>
        <message>
            <source>{0} days</source>
            <translation>{0} días</translation>
        </message>
        <message>
            <source>{0} days, both included</source>
            <translation>{0} días, ambos incluidos</translation>
        </message>
        <message>
            <source>{0} days, {1} cycle</source>
            <translation>{0} días, {1} ciclo</translation>
        </message>
        <message>
            <source>{0} days, {1} cycles</source>
            <translation>{0} días, {1} ciclos</translation>
        </message>
        <message>
            <source>{0} documents</source>
            <translation>{0} documentos</translation>
        </message>
        <message>
            <source>{0} documents are missing</source>
            <translation>faltan {0} documentos</translation>
        </message>
        <message>
            <source>{0} documents missing</source>
            <translation>faltan {0} documentos</translation>
        </message>
        <message>
            <source>{0} fields of the case are missing or cannot be used.</source>
            <translation>Faltan {0} campos del caso o no se pueden usar.</translation>
        </message>
        <message>
            <source>{0} fields of the case are missing or cannot be used. The dose plan comes once they are mended.</source>
            <translation>Faltan {0} campos del caso o no se pueden usar. El plan de dosis viene cuando se corrijan.</translation>
        </message>
        <message>
            <source>{0} is unusually high. If the report gives it per microliter, it is {1}.</source>
            <translation>{0} es demasiado alto para lo usual. Si el informe lo da por microlitro, es {1}.</translation>
        </message>
        <message>
            <source>{0} months</source>
            <translation>{0} meses</translation>
        </message>
        <message>
            <source>{0} more</source>
            <translation>{0} más</translation>
        </message>
        <message>
            <source>{0} of {1} answered</source>
            <translation>{0} de {1} contestadas</translation>
        </message>
        <message>
            <source>{0} of {1} checks did not pass</source>
            <translation>{0} de {1} comprobaciones no pasaron</translation>
        </message>
        <message>
            <source>{0} on day {1}</source>
            <translation>{0} el día {1}</translation>
        </message>
        <message>
            <source>{0} on days {1}</source>
            <translation>{0} los días {1}</translation>
        </message>
        <message>
            <source>{0} on each treatment day</source>
            <translation>{0} cada día de tratamiento</translation>
        </message>
        <message>
            <source>{0} on page {1}</source>
            <translation>{0} en la página {1}</translation>
        </message>
        <message>
            <source>{0} per microliter is {1}.</source>
            <translation>{0} por microlitro es {1}.</translation>
        </message>
        <message>
            <source>{0} questions</source>
            <translation>{0} preguntas</translation>
        </message>
        <message>
            <source>{0} questions are open</source>
            <translation>{0} preguntas están pendientes</translation>
        </message>
        <message>
            <source>{0} to {1}</source>
            <translation>{0} a {1}</translation>
        </message>
        <message>
            <source>{0} to {1}, both included: {2} days</source>
            <translation>{0} a {1}, ambos incluidos: {2} días</translation>
        </message>
        <message>
            <source>{0} took it over {1}.</source>
            <translation>{0} se hizo cargo {1}.</translation>
        </message>
        <message>
            <source>{0} units</source>
            <translation>{0} unidades</translation>
        </message>
        <message>
            <source>{0} units, BSA {1}</source>
            <translation>{0} unidades, ASC {1}</translation>
        </message>
        <message>
            <source>{0} was taken off the case. Ctrl Z takes that back.</source>
            <translation>{0} se quitó del caso. Ctrl Z lo devuelve.</translation>
        </message>
        <message>
            <source>{0}, cycle {1}, {2}</source>
            <translation>{0}, ciclo {1}, {2}</translation>
        </message>
        <message>
            <source>{0}, last day</source>
            <translation>{0}, último día</translation>
        </message>
        <message>
            <source>{0}, page {1}</source>
            <translation>{0}, página {1}</translation>
        </message>
        <message>
            <source>{0}, page {1} of {2}</source>
            <translation>{0}, página {1} de {2}</translation>
        </message>
        <message>
            <source>{0}, {1}</source>
            <translation>{0}, {1}</translation>
        </message>
        <message>
            <source>{0}. Give your reason</source>
            <translation>{0}. Dé su razón</translation>
        </message>
        <message>
            <source>{0}. Nothing can be approved before that is here; the clock keeps running.</source>
            <translation>{0}. No se puede aprobar nada antes de que esto llegue; el reloj sigue corriendo.</translation>
        </message>
        <message>
            <source>{0}. Rounded half up to {1} decimals, then multiplied by the table's mg/m².</source>
            <translation>{0}. Se redondea a {1} decimales, la mitad hacia arriba, y se multiplica por los mg/m² de la tabla.</translation>
        </message>
        <message>
            <source>{0}: not answered yet</source>
            <translation>{0}: sin contestar todavía</translation>
        </message>
        <message>
            <source>{0}: {1}, document missing</source>
            <translation>{0}: {1}, falta el documento</translation>
        </message>
        <message>
            <source>{0}: {1}, {2}</source>
            <translation>{0}: {1}, {2}</translation>
        </message>
    </context>
    <context>
        <name>settings</name>
        <message>
            <source>Also Ctrl +, Ctrl - and Ctrl 0.</source>
            <translation>También Ctrl +, Ctrl - y Ctrl 0.</translation>
        </message>
        <message>
            <source>As the computer</source>
            <translation>Como la computadora</translation>
        </message>
        <message>
            <source>Casebook</source>
            <translation>Registro de casos</translation>
        </message>
        <message>
            <source>Ctrl L locks at any time.</source>
            <translation>Ctrl L bloquea en cualquier momento.</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>Each change holds at once and is kept on this computer.</source>
            <translation>Cada cambio vale enseguida y se guarda en esta computadora.</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Carpeta</translation>
        </message>
        <message>
            <source>Language of the screen</source>
            <translation>Idioma de la pantalla</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>Lock without a key or a click for</source>
            <translation>Bloquear después de este tiempo sin teclas ni clics</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Apariencia</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>Nunca</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Tamaño de la letra</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>{0} %</source>
            <translation>{0} %</translation>
        </message>
        <message>
            <source>{0} minutes</source>
            <translation>{0} minutos</translation>
        </message>
    </context>
    <context>
        <name>start</name>
        <message>
            <source>Administrator</source>
            <translation>Administrador</translation>
        </message>
        <message>
            <source>After several failed attempts the next one has to wait: {0} seconds.</source>
            <translation>Después de varios intentos fallidos, el próximo tiene que esperar: {0} segundos.</translation>
        </message>
        <message>
            <source>As it is signed on letters.</source>
            <translation>Como se firma en las cartas.</translation>
        </message>
        <message>
            <source>At least {0} characters. Several words are easy to remember.</source>
            <translation>Al menos {0} caracteres. Varias palabras se recuerdan con facilidad.</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Escoger</translation>
        </message>
        <message>
            <source>Choose a passphrase.</source>
            <translation>Escoja una frase de contraseña.</translation>
        </message>
        <message>
            <source>Choose the role.</source>
            <translation>Escoja la función.</translation>
        </message>
        <message>
            <source>Create the casebook</source>
            <translation>Crear el registro de casos</translation>
        </message>
        <message>
            <source>Creating</source>
            <translation>Creando</translation>
        </message>
        <message>
            <source>Eight groups of four letters and digits; spaces and hyphens do not matter.</source>
            <translation>Ocho grupos de cuatro letras y números; los espacios y guiones no importan.</translation>
        </message>
        <message>
            <source>Enter the administrator's name.</source>
            <translation>Escriba el nombre del administrador.</translation>
        </message>
        <message>
            <source>Enter the license number.</source>
            <translation>Escriba el número de licencia.</translation>
        </message>
        <message>
            <source>Enter the name.</source>
            <translation>Escriba el nombre.</translation>
        </message>
        <message>
            <source>Enter the recovery key.</source>
            <translation>Escriba la llave de recuperación.</translation>
        </message>
        <message>
            <source>Enter your name.</source>
            <translation>Escriba su nombre.</translation>
        </message>
        <message>
            <source>Enter your passphrase.</source>
            <translation>Escriba su frase de contraseña.</translation>
        </message>
        <message>
            <source>Fair: {0}. One word more makes it strong.</source>
            <translation>Aceptable: {0}. Una palabra más la hace fuerte.</translation>
        </message>
        <message>
            <source>Files of a casebook lie in this folder, but the casebook itself is empty or gone. Restore a backup of it: the attached files that lie here are used again.</source>
            <translation>En esta carpeta hay archivos de un registro de casos, pero el registro mismo está vacío o ya no está. Restaure una copia de seguridad: los archivos adjuntos que hay aquí se usan de nuevo.</translation>
        </message>
        <message>
            <source>It gives an administrator a new passphrase and a new signing key. The former signing key is lost for ever. That the key was used is recorded.</source>
            <translation>Le da a un administrador una frase de contraseña y una llave de firma nuevas. La llave de firma anterior se pierde para siempre. Queda anotado que se usó la llave.</translation>
        </message>
        <message>
            <source>License number</source>
            <translation>Número de licencia</translation>
        </message>
        <message>
            <source>Making the keys</source>
            <translation>Haciendo las llaves</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Name of the administrator</source>
            <translation>Nombre del administrador</translation>
        </message>
        <message>
            <source>New passphrase</source>
            <translation>Frase de contraseña nueva</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>Frase de contraseña</translation>
        </message>
        <message>
            <source>Passphrase again</source>
            <translation>La frase de contraseña otra vez</translation>
        </message>
        <message>
            <source>Physician reviewer</source>
            <translation>Médico revisor</translation>
        </message>
        <message>
            <source>Quality assurance</source>
            <translation>Control de calidad</translation>
        </message>
        <message>
            <source>Recovery key</source>
            <translation>Llave de recuperación</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>Restaurar una copia de seguridad</translation>
        </message>
        <message>
            <source>Reviewer</source>
            <translation>Revisor</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Función</translation>
        </message>
        <message>
            <source>Set the passphrase and unlock</source>
            <translation>Fijar la frase de contraseña y desbloquear</translation>
        </message>
        <message>
            <source>Strong</source>
            <translation>Fuerte</translation>
        </message>
        <message>
            <source>The casebook is missing</source>
            <translation>Falta el registro de casos</translation>
        </message>
        <message>
            <source>The casebook would lie in {0}, but {1}. Saves can be lost there; choose a local folder.</source>
            <translation>El registro de casos estaría en {0}, pero {1}. Ahí se puede perder lo guardado; escoja una carpeta local.</translation>
        </message>
        <message>
            <source>The cases on this computer are sealed.</source>
            <translation>Los casos de esta computadora están sellados.</translation>
        </message>
        <message>
            <source>The passphrase must be at least {0} characters long.</source>
            <translation>La frase de contraseña debe tener al menos {0} caracteres.</translation>
        </message>
        <message>
            <source>The two passphrases differ.</source>
            <translation>Las dos frases de contraseña son distintas.</translation>
        </message>
        <message>
            <source>This passphrase is guessed easily: {0}.</source>
            <translation>Esta frase de contraseña se adivina con facilidad: {0}.</translation>
        </message>
        <message>
            <source>Too easy to guess: {0}</source>
            <translation>Demasiado fácil de adivinar: {0}</translation>
        </message>
        <message>
            <source>Type the passphrase again.</source>
            <translation>Escriba la frase de contraseña otra vez.</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Desbloquear</translation>
        </message>
        <message>
            <source>Unlock the casebook</source>
            <translation>Desbloquear el registro de casos</translation>
        </message>
        <message>
            <source>Unlock with a passphrase</source>
            <translation>Desbloquear con una frase de contraseña</translation>
        </message>
        <message>
            <source>Unlocking</source>
            <translation>Desbloqueando</translation>
        </message>
        <message>
            <source>Use the recovery key</source>
            <translation>Usar la llave de recuperación</translation>
        </message>
        <message>
            <source>Verify a letter</source>
            <translation>Verificar una carta</translation>
        </message>
        <message>
            <source>Weak: {0}. One or two words more make it strong.</source>
            <translation>Débil: {0}. Una o dos palabras más la hacen fuerte.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Su nombre</translation>
        </message>
        <message>
            <source>Your passphrase seals every case on this computer and signs your letters. Nobody can recover it: without it, what only you can open is lost.</source>
            <translation>Su frase de contraseña sella todos los casos de esta computadora y firma sus cartas. Nadie la puede recuperar: sin ella, lo que solo usted puede abrir se pierde.</translation>
        </message>
        <message>
            <source>{0} characters: too short</source>
            <translation>{0} caracteres: demasiado corta</translation>
        </message>
    </context>
    <context>
        <name>unfinished</name>
        <message>
            <source>What you were writing is back. It counts once you press the form's button.</source>
            <translation>Lo que estaba escribiendo volvió. Cuenta cuando usted pulse el botón del formulario.</translation>
        </message>
        <message>
            <source>What you were writing is back. It is saved when you leave the field.</source>
            <translation>Lo que estaba escribiendo volvió. Se guarda cuando usted sale del campo.</translation>
        </message>
    </context>
    <context>
        <name>verify</name>
        <message>
            <source>A damaged file says nothing that counts.</source>
            <translation>Un archivo dañado no dice nada que valga.</translation>
        </message>
        <message>
            <source>A second signature or form field could cover up a change.</source>
            <translation>Una segunda firma o un campo de formulario podría tapar un cambio.</translation>
        </message>
        <message>
            <source>Add a signer's certificate</source>
            <translation>Añadir el certificado de un firmante</translation>
        </message>
        <message>
            <source>Anybody can make a certificate with any name. It counts only if you had it beforehand.</source>
            <translation>Cualquiera puede hacer un certificado con cualquier nombre. Solo vale si usted ya lo tenía.</translation>
        </message>
        <message>
            <source>At least one check did not pass. Ask the sender for the original, and keep this file for them.</source>
            <translation>Al menos una comprobación no pasó. Pida el original a quien la envió y guárdele este archivo.</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Case inside</source>
            <translation>Caso incluido</translation>
        </message>
        <message>
            <source>Certificates (*.pem *.crt)</source>
            <translation>Certificados (*.pem *.crt)</translation>
        </message>
        <message>
            <source>Certified</source>
            <translation>Certificada</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>Comprobando</translation>
        </message>
        <message>
            <source>Choose a letter</source>
            <translation>Escoger una carta</translation>
        </message>
        <message>
            <source>Counts as known: {0}</source>
            <translation>Vale como conocido: {0}</translation>
        </message>
        <message>
            <source>Decision allowed</source>
            <translation>Decisión permitida</translation>
        </message>
        <message>
            <source>Did not pass</source>
            <translation>No pasó</translation>
        </message>
        <message>
            <source>Do not rely on it</source>
            <translation>No se fíe de ella</translation>
        </message>
        <message>
            <source>Drop a letter here, or choose it</source>
            <translation>Suelte aquí una carta, o escójala</translation>
        </message>
        <message>
            <source>Every check passed. The letter is as it was signed, by a signer known here.</source>
            <translation>Pasaron todas las comprobaciones. La carta está como se firmó, y aquí se conoce al firmante.</translation>
        </message>
        <message>
            <source>For any letter that Dictamen signed, also one of a case that this computer never saw.</source>
            <translation>Para cualquier carta que firmó Dictamen, aunque esta computadora nunca haya visto el caso.</translation>
        </message>
        <message>
            <source>Genuine</source>
            <translation>Auténtica</translation>
        </message>
        <message>
            <source>Intact</source>
            <translation>Intacta</translation>
        </message>
        <message>
            <source>It needs “{0}”, which did not pass.</source>
            <translation>Necesita “{0}”, que no pasó.</translation>
        </message>
        <message>
            <source>It saw place {0} of a casebook. Unlock that casebook and verify the letter there to compare.</source>
            <translation>Vio la posición {0} de un registro de casos. Desbloquee ese registro y verifique allí la carta para comparar.</translation>
        </message>
        <message>
            <source>It saw place {0} of another casebook; this one keeps no such letter and nobody who signed it.</source>
            <translation>Vio la posición {0} de otro registro de casos; este no guarda esa carta ni conoce a quien la firmó.</translation>
        </message>
        <message>
            <source>Kept in the casebook</source>
            <translation>Guardada en el registro de casos</translation>
        </message>
        <message>
            <source>Not checked</source>
            <translation>Sin comprobar</translation>
        </message>
        <message>
            <source>Nothing added</source>
            <translation>Nada añadido</translation>
        </message>
        <message>
            <source>Nothing hidden</source>
            <translation>Nada oculto</translation>
        </message>
        <message>
            <source>One changed letter or number would break the signature.</source>
            <translation>Una letra o un número cambiado rompería la firma.</translation>
        </message>
        <message>
            <source>One signature</source>
            <translation>Una sola firma</translation>
        </message>
        <message>
            <source>Only a physician may decide less than was asked for.</source>
            <translation>Solo un médico puede decidir menos de lo que se pidió.</translation>
        </message>
        <message>
            <source>PDF files (*.pdf);;All files (*)</source>
            <translation>Archivos PDF (*.pdf);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>PDF files can carry later changes on top; a letter carries none.</source>
            <translation>Un archivo PDF puede llevar cambios posteriores encima; una carta no lleva ninguno.</translation>
        </message>
        <message>
            <source>Pages say the same</source>
            <translation>Las páginas dicen lo mismo</translation>
        </message>
        <message>
            <source>Passed</source>
            <translation>Pasó</translation>
        </message>
        <message>
            <source>Place in the casebook</source>
            <translation>Posición en el registro de casos</translation>
        </message>
        <message>
            <source>Policy known</source>
            <translation>Política conocida</translation>
        </message>
        <message>
            <source>Readable</source>
            <translation>Legible</translation>
        </message>
        <message>
            <source>Same recommendation again</source>
            <translation>Otra vez la misma recomendación</translation>
        </message>
        <message>
            <source>Signed by {0}</source>
            <translation>Firmada por {0}</translation>
        </message>
        <message>
            <source>Signer known</source>
            <translation>Firmante conocido</translation>
        </message>
        <message>
            <source>Signer named</source>
            <translation>Firmante nombrado</translation>
        </message>
        <message>
            <source>Signer not known here</source>
            <translation>Aquí no se conoce al firmante</translation>
        </message>
        <message>
            <source>Signers are known by their certificates (.pem), which you add. Nothing leaves this computer.</source>
            <translation>A los firmantes se los conoce por sus certificados (.pem), que usted añade. Nada sale de esta computadora.</translation>
        </message>
        <message>
            <source>That the letter was sent, or is the newest one. The case's own record tells that.</source>
            <translation>Que la carta se envió, o que es la más reciente. Eso lo dice el historial del caso.</translation>
        </message>
        <message>
            <source>That the signer's key was in the right hands. It proves the key, not who typed the passphrase.</source>
            <translation>Que la llave del firmante estaba en las manos correctas. Prueba la llave, no quién escribió la frase de contraseña.</translation>
        </message>
        <message>
            <source>That what was typed into the case is true. It proves that nobody changed it since.</source>
            <translation>Que lo que se escribió en el caso es cierto. Prueba que nadie lo cambió después.</translation>
        </message>
        <message>
            <source>The casebook keeps each letter that was signed here.</source>
            <translation>El registro de casos guarda cada carta que se firmó aquí.</translation>
        </message>
        <message>
            <source>The letter carries the case that was decided, so that it can be re-run.</source>
            <translation>La carta lleva el caso que se decidió, para que se pueda evaluar otra vez.</translation>
        </message>
        <message>
            <source>The letter claims</source>
            <translation>La carta afirma</translation>
        </message>
        <message>
            <source>The letter is unchanged and agrees with itself, but nothing here says that the signer is whom the letter names. Ask for the signer's certificate by a way that you trust, and add it above.</source>
            <translation>La carta no ha cambiado y concuerda consigo misma, pero nada aquí dice que el firmante sea quien la carta nombra. Pida el certificado del firmante por una vía en la que confíe, y añádalo arriba.</translation>
        </message>
        <message>
            <source>The letter remembers how the casebook stood. A casebook rewritten since does not fit.</source>
            <translation>La carta recuerda cómo estaba el registro de casos. Un registro reescrito después no cuadra.</translation>
        </message>
        <message>
            <source>The letter says</source>
            <translation>La carta dice</translation>
        </message>
        <message>
            <source>The letter was made outside a casebook, so there is none to compare it with.</source>
            <translation>La carta se hizo fuera de un registro de casos, así que no hay con qué compararla.</translation>
        </message>
        <message>
            <source>The person named on the page is the one whose key signed it.</source>
            <translation>La persona nombrada en la página es aquella cuya llave la firmó.</translation>
        </message>
        <message>
            <source>The place of the signature is the one part that it cannot cover.</source>
            <translation>El lugar de la firma es la única parte que ella no puede cubrir.</translation>
        </message>
        <message>
            <source>The printed words are those that the case and decision make.</source>
            <translation>Las palabras impresas son las que producen el caso y la decisión.</translation>
        </message>
        <message>
            <source>The same version of the policy is needed to judge the case again.</source>
            <translation>Hace falta la misma versión de la política para evaluar el caso otra vez.</translation>
        </message>
        <message>
            <source>The signer declared the letter final. Others can only approve a copy.</source>
            <translation>El firmante declaró final la carta. Los demás solo pueden aprobar una copia.</translation>
        </message>
        <message>
            <source>The time. It is that of the signing computer's own clock; no outside service stamped it. Somebody with the key could have set the clock back.</source>
            <translation>La hora. Es la del reloj de la computadora que firmó; ningún servicio externo la selló. Alguien con la llave pudo atrasar el reloj.</translation>
        </message>
        <message>
            <source>This computer judged the case anew, from the facts inside.</source>
            <translation>Esta computadora evaluó el caso de nuevo, con los hechos incluidos.</translation>
        </message>
        <message>
            <source>Verify a letter</source>
            <translation>Verificar una carta</translation>
        </message>
        <message>
            <source>What lies outside the signature could be put in by anybody.</source>
            <translation>Lo que queda fuera de la firma lo pudo poner cualquiera.</translation>
        </message>
        <message>
            <source>What this does not prove</source>
            <translation>Lo que esto no prueba</translation>
        </message>
        <message>
            <source>Whole file</source>
            <translation>Archivo completo</translation>
        </message>
        <message>
            <source>Whom this casebook trusts is known; further signers are known by their certificates.</source>
            <translation>Se conoce a quien este registro de casos da por bueno; a otros firmantes, por sus certificados.</translation>
        </message>
        <message>
            <source>{0}, by the clock of the signing computer</source>
            <translation>{0}, según el reloj de la computadora que firmó</translation>
        </message>
    </context>
    <context>
        <name>window</name>
        <message>
            <source>All commands, lines and cases</source>
            <translation>Todas las acciones, líneas y casos</translation>
        </message>
        <message>
            <source>Back to the worklist</source>
            <translation>Volver a la lista de trabajo</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Letra más grande</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>Bloquear</translation>
        </message>
        <message>
            <source>New request</source>
            <translation>Solicitud nueva</translation>
        </message>
        <message>
            <source>Next part of the window</source>
            <translation>Próxima parte de la ventana</translation>
        </message>
        <message>
            <source>Open case file</source>
            <translation>Abrir un archivo de caso</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Letra más pequeña</translation>
        </message>
        <message>
            <source>Table of keys</source>
            <translation>Tabla de teclas</translation>
        </message>
        <message>
            <source>Text of the usual size</source>
            <translation>Letra del tamaño normal</translation>
        </message>
    </context>
    <context>
        <name>worklist</name>
        <message>
            <source>1 case is open.</source>
            <translation>1 caso está abierto.</translation>
        </message>
        <message>
            <source>1 case.</source>
            <translation>1 caso.</translation>
        </message>
        <message>
            <source>1 decision is due within 1 hour.</source>
            <translation>1 decisión vence en menos de 1 hora.</translation>
        </message>
        <message>
            <source>1 decision is due within 4 hours.</source>
            <translation>1 decisión vence en menos de 4 horas.</translation>
        </message>
        <message>
            <source>1 decision is overdue.</source>
            <translation>1 decisión está vencida.</translation>
        </message>
        <message>
            <source>1 document</source>
            <translation>1 documento</translation>
        </message>
        <message>
            <source>1 document: {0}</source>
            <translation>1 documento: {0}</translation>
        </message>
        <message>
            <source>1 field of the request</source>
            <translation>1 campo de la solicitud</translation>
        </message>
        <message>
            <source>1 question open</source>
            <translation>1 pregunta pendiente</translation>
        </message>
        <message>
            <source>A case moves here when its letter is signed.</source>
            <translation>Un caso pasa aquí cuando se firma su carta.</translation>
        </message>
        <message>
            <source>A physician reviewer decides</source>
            <translation>Decide un médico revisor</translation>
        </message>
        <message>
            <source>A signed decision is never overwritten.</source>
            <translation>Una decisión firmada nunca se sobrescribe.</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Todos los archivos (*)</translation>
        </message>
        <message>
            <source>All open</source>
            <translation>Todos los abiertos</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>Aprobado</translation>
        </message>
        <message>
            <source>Approved in part</source>
            <translation>Aprobado en parte</translation>
        </message>
        <message>
            <source>Case files (*.json)</source>
            <translation>Archivos de caso (*.json)</translation>
        </message>
        <message>
            <source>Check and decide</source>
            <translation>Verificar y decidir</translation>
        </message>
        <message>
            <source>Choose which version stands</source>
            <translation>Escoger qué versión vale</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Borrar la búsqueda</translation>
        </message>
        <message>
            <source>Clock not known</source>
            <translation>Reloj desconocido</translation>
        </message>
        <message>
            <source>Continuation, cycle {0}</source>
            <translation>Continuación, ciclo {0}</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Decididos</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Decisión</translation>
        </message>
        <message>
            <source>Denied</source>
            <translation>Denegado</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Vence</translation>
        </message>
        <message>
            <source>Due in 1 hour</source>
            <translation>Vence en 1 hora</translation>
        </message>
        <message>
            <source>Due in 4 hours</source>
            <translation>Vencen en 4 horas</translation>
        </message>
        <message>
            <source>Expedited</source>
            <translation>Rápida</translation>
        </message>
        <message>
            <source>Find member, case or ID</source>
            <translation>Busque afiliado, caso o número</translation>
        </message>
        <message>
            <source>Height and weight</source>
            <translation>Estatura y peso</translation>
        </message>
        <message>
            <source>In review</source>
            <translation>En revisión</translation>
        </message>
        <message>
            <source>Initial, cycle {0}</source>
            <translation>Inicial, ciclo {0}</translation>
        </message>
        <message>
            <source>Member</source>
            <translation>Afiliado</translation>
        </message>
        <message>
            <source>Name not known</source>
            <translation>Nombre desconocido</translation>
        </message>
        <message>
            <source>Names are found with or without accents.</source>
            <translation>Los nombres se encuentran con acentos o sin ellos.</translation>
        </message>
        <message>
            <source>Needs documents</source>
            <translation>Faltan documentos</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nuevo</translation>
        </message>
        <message>
            <source>New request</source>
            <translation>Solicitud nueva</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Sigue</translation>
        </message>
        <message>
            <source>No case is with a physician reviewer</source>
            <translation>Ningún caso lo tiene un médico revisor</translation>
        </message>
        <message>
            <source>No case matches “{0}”</source>
            <translation>Ningún caso coincide con “{0}”</translation>
        </message>
        <message>
            <source>No case needs documents</source>
            <translation>Ningún caso necesita documentos</translation>
        </message>
        <message>
            <source>Nothing is decided yet</source>
            <translation>Nada decidido todavía</translation>
        </message>
        <message>
            <source>Nothing is due</source>
            <translation>Nada vence</translation>
        </message>
        <message>
            <source>Nothing is due in 1 hour</source>
            <translation>Nada vence en 1 hora</translation>
        </message>
        <message>
            <source>Nothing is due in 4 hours</source>
            <translation>Nada vence en 4 horas</translation>
        </message>
        <message>
            <source>Nothing is overdue</source>
            <translation>Nada está vencido</translation>
        </message>
        <message>
            <source>Nothing open.</source>
            <translation>Nada abierto.</translation>
        </message>
        <message>
            <source>Open case file</source>
            <translation>Abrir un archivo de caso</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Vencido</translation>
        </message>
        <message>
            <source>Physician reviewer</source>
            <translation>Médico revisor</translation>
        </message>
        <message>
            <source>Quality assurance reads cases and does not change them.</source>
            <translation>Control de calidad lee casos y no los cambia.</translation>
        </message>
        <message>
            <source>Ready to decide</source>
            <translation>Listo para decidir</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Solicitud</translation>
        </message>
        <message>
            <source>Request not readable</source>
            <translation>La solicitud no se puede leer</translation>
        </message>
        <message>
            <source>Saved on this computer, sealed</source>
            <translation>Guardado en esta computadora, sellado</translation>
        </message>
        <message>
            <source>Show all open</source>
            <translation>Mostrar todos los abiertos</translation>
        </message>
        <message>
            <source>Signed by</source>
            <translation>Firmada por</translation>
        </message>
        <message>
            <source>Soonest first</source>
            <translation>Lo que vence primero va arriba</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>Estándar</translation>
        </message>
        <message>
            <source>Start a request, or open a case file you received.</source>
            <translation>Empiece una solicitud, o abra un archivo de caso que recibió.</translation>
        </message>
        <message>
            <source>Start review</source>
            <translation>Empezar la revisión</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>The same is asked for in another open case: {0}.</source>
            <translation>Otro caso abierto pide lo mismo: {0}.</translation>
        </message>
        <message>
            <source>This computer's clock was set back by {0}. If it is wrong now, the times left are wrong too: correct the clock.</source>
            <translation>El reloj de esta computadora se atrasó {0}. Si ahora está mal, los tiempos que quedan también lo están: corrija el reloj.</translation>
        </message>
        <message>
            <source>Two versions</source>
            <translation>Dos versiones</translation>
        </message>
        <message>
            <source>With physician reviewer</source>
            <translation>Con médico revisor</translation>
        </message>
        <message>
            <source>Worklist</source>
            <translation>Lista de trabajo</translation>
        </message>
        <message>
            <source>all commands</source>
            <translation>todas las acciones</translation>
        </message>
        <message>
            <source>find</source>
            <translation>buscar</translation>
        </message>
        <message>
            <source>new</source>
            <translation>nueva</translation>
        </message>
        <message>
            <source>open</source>
            <translation>abrir</translation>
        </message>
        <message>
            <source>receipt is missing</source>
            <translation>falta la fecha de llegada</translation>
        </message>
        <message>
            <source>the next is due in {0}</source>
            <translation>el próximo vence en {0}</translation>
        </message>
        <message>
            <source>{0} cases are open.</source>
            <translation>{0} casos están abiertos.</translation>
        </message>
        <message>
            <source>{0} cases were added.</source>
            <translation>Se añadieron {0} casos.</translation>
        </message>
        <message>
            <source>{0} cases.</source>
            <translation>{0} casos.</translation>
        </message>
        <message>
            <source>{0} decides</source>
            <translation>Decide {0}</translation>
        </message>
        <message>
            <source>{0} decisions are due within 1 hour.</source>
            <translation>{0} decisiones vencen en menos de 1 hora.</translation>
        </message>
        <message>
            <source>{0} decisions are due within 4 hours.</source>
            <translation>{0} decisiones vencen en menos de 4 horas.</translation>
        </message>
        <message>
            <source>{0} decisions are overdue.</source>
            <translation>{0} decisiones están vencidas.</translation>
        </message>
        <message>
            <source>{0} documents</source>
            <translation>{0} documentos</translation>
        </message>
        <message>
            <source>{0} fields of the request</source>
            <translation>{0} campos de la solicitud</translation>
        </message>
        <message>
            <source>{0} more files could not be used.</source>
            <translation>Otros {0} archivos no se pudieron usar.</translation>
        </message>
        <message>
            <source>{0} open</source>
            <translation>{0} en curso</translation>
        </message>
        <message>
            <source>{0} overdue</source>
            <translation>{0} con el plazo vencido</translation>
        </message>
        <message>
            <source>{0} questions open</source>
            <translation>{0} preguntas pendientes</translation>
        </message>
    </context>
</TS>

; The installer: for one user, without an administrator, without internet.
; Made by installer/setup.py, which gives VERSION, OUT, FILES (the list of files), ICON, PICTURE and WORDS;
; SIGN where it is to be signed, TRIAL where it need not be small.
Unicode true
Target amd64-unicode
!ifdef TRIAL
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
ManifestSupportedOS Win10
ManifestDPIAware true
RequestExecutionLevel user

; A file that cannot be written ends the installation: without it the program is not whole.
AllowSkipFiles off

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh

!define NAME "DragApp"
!define TITLE "DragApp - Plan servicii sociale"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define EXTENSION ".dosar"
!define KIND "DragApp.Dosar.1"
; Windows 10, 1809: the oldest that Qt runs on.
!define OLDEST 17763
; What a silent installation ends with; a person reads the box.
!define TOO_OLD 10
!define RUNNING 11
!define TAKEN 12
!define NOT_WRITTEN 13
; In the program's folder, for as long as the new version is being written.
!define ASIDE "$INSTDIR\versiunea veche"
; installer/portable.py puts it into the zip.
!define PORTABLE "portabil.txt"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=1048 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1048 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1048 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1048 "FileDescription" "Instalarea programului ${NAME}"
VIAddVersionKey /LANG=1048 "LegalCopyright" "Program liber, GPL versiunea 3 sau ulterioară"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "Se instalează ${NAME} ${VERSION}, programul pentru Planul anual de acțiune privind serviciile sociale.$\r$\n$\r$\nNu este nevoie de internet și nici de parola de administrator. Dacă programul este deja instalat, se înlocuiește numai programul: planurile, copiile de siguranță și setările rămân.$\r$\n$\r$\n$_CLICK"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_FINISHPAGE_TEXT "${NAME} a fost instalat. Îl găsiți pe ecran și în meniul Start.$\r$\n$\r$\nF1 deschide manualul din orice loc al programului."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${NAME}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Pornește ${NAME} acum"
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "Unde se instalează"
!define MUI_PAGE_HEADER_SUBTEXT "Folderul propus este al dumneavoastră; rareori este nevoie de altul."
!define MUI_DIRECTORYPAGE_TEXT_TOP "${NAME} se instalează în folderul de mai jos. Planurile nu stau aici, ci în Documente."
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "Folderul programului"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE free_to_write
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "${NAME} se scoate de pe acest calculator. Planurile, copiile de siguranță și setările rămân unde sunt."
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGEEX "${WORDS}" "Romanian"

; Windows names the buttons, in its own language.
FileErrorText "" "Nu se poate scrie fișierul:$\r$\n$\r$\n$0$\r$\n$\r$\nPoate că îl folosește alt program, de pildă antivirusul, sau discul este plin. Încercați din nou. Dacă renunțați, programul rămâne cum era înainte; planurile nu sunt atinse."

!ifdef SIGN
  !uninstfinalize '"${SIGN}" "%1"'
!endif

; A program that runs cannot be opened for writing, not even by its owner.
!macro refuse_while_running again_of
  again_${again_of}:
  ${If} ${FileExists} "$INSTDIR\${NAME}.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\${NAME}.exe" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} este deschis. Închideți-l, apoi apăsați Reîncercare. Ce ați scris este salvat." /SD IDCANCEL IDRETRY again_${again_of}
      SetErrorLevel ${RUNNING}
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro move name from to
  ${If} ${FileExists} "${from}\${name}"
    Rename "${from}\${name}" "${to}\${name}"
  ${EndIf}
!macroend

; Gives all of the program another place. The folders that the program runs from are first: none of
; them can be moved while something in it is in use.
!macro move_all from to
  !insertmacro move "runtime" "${from}" "${to}"
  !insertmacro move "app" "${from}" "${to}"
  !insertmacro move "LICENTE.txt" "${from}" "${to}"
  !insertmacro move "${NAME}.exe" "${from}" "${to}"
!macroend

; Of a version nothing is removed until all of it could be moved.
!macro set_aside again_of
  aside_${again_of}:
  RMDir /r "${ASIDE}"
  CreateDirectory "${ASIDE}"
  ClearErrors
  !insertmacro move_all "$INSTDIR" "${ASIDE}"
  ${If} ${Errors}
    !insertmacro move_all "${ASIDE}" "$INSTDIR"
    RMDir "${ASIDE}"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Un program folosește fișierele ${NAME}: ${NAME} însuși, antivirusul sau o copie de siguranță. Închideți-l sau așteptați puțin, apoi apăsați Reîncercare. Până acum nu s-a schimbat nimic." /SD IDCANCEL IDRETRY aside_${again_of}
    SetErrorLevel ${RUNNING}
    Quit
  ${EndIf}
!macroend

; "yes" from the first file of the new version to the last.
Var writing

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} are nevoie de Windows 10 (versiunea 1809) sau mai nou. Pe acest calculator nu s-a schimbat nimic." /SD IDOK
    SetErrorLevel ${TOO_OLD}
    Quit
  ${EndIf}
  !insertmacro refuse_while_running init
  ${If} ${Silent}
    ; Nobody will leave the page that asks for the folder.
    Call look
    ${If} $0 != "free"
      SetErrorLevel ${TAKEN}
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

; Says in $0 whose the folder is: "free" to be filled, the "portable" program's, or "another's".
Function look
  StrCpy $0 "free"
  ${If} ${FileExists} "$INSTDIR\${PORTABLE}"
    StrCpy $0 "portable"
  ${ElseIfNot} ${FileExists} "$INSTDIR\${NAME}.exe"
  ${AndIfNot} ${FileExists} "${ASIDE}\${NAME}.exe"
    ${DirState} "$INSTDIR" $1
    ${If} $1 == 1
      StrCpy $0 "another's"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function free_to_write
  Call look
  ${If} $0 == "another's"
    ; A folder that holds other things is not ours to fill: the program gets one of its own in it.
    StrCpy $INSTDIR "$INSTDIR\${NAME}"
    Call look
  ${EndIf}
  ${If} $0 == "portable"
    MessageBox MB_OK|MB_ICONEXCLAMATION "În acest folder este varianta portabilă a programului ${NAME}. Ca să treceți la o versiune mai nouă, dezarhivați peste ea arhiva zip a acelei versiuni. Pentru instalare alegeți alt folder. Nu s-a schimbat nimic."
    Abort
  ${ElseIf} $0 == "another's"
    MessageBox MB_OK|MB_ICONEXCLAMATION "Folderul $INSTDIR conține alte fișiere. Alegeți un folder gol. Nu s-a schimbat nimic."
    Abort
  ${EndIf}
FunctionEnd

Section
  !insertmacro refuse_while_running section
  StrCpy $1 "new"
  ${If} ${FileExists} "$INSTDIR\${NAME}.exe"
    StrCpy $1 "old"
    !insertmacro set_aside section
  ${EndIf}
  StrCpy $writing "yes"
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  ClearErrors
  WriteUninstaller "$INSTDIR\Dezinstalare.exe"
  ${If} ${Errors}
    Abort
  ${EndIf}
  StrCpy $writing ""
  RMDir /r "${ASIDE}"

  WriteRegStr HKCU "Software\Classes\${EXTENSION}" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "Dosar cu planuri de servicii sociale"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${NAME}.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${NAME}.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${NAME}.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Dezinstalare.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Dezinstalare.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $2 $3
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  ; Windows shows the icon of the dossiers at once: SHCNE_ASSOCCHANGED.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ; Last, and the Start menu's at the very end: whoever sees it finds all in its place.
  ${If} $1 == "new"
    ; Whoever took it away does not want it back with each new version.
    CreateShortCut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\${NAME}.exe" "" "$INSTDIR\${NAME}.exe" 0 SW_SHOWNORMAL "" "Planul anual de acțiune privind serviciile sociale"
  ${EndIf}
  CreateShortCut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${NAME}.exe" "" "$INSTDIR\${NAME}.exe" 0 SW_SHOWNORMAL "" "Planul anual de acțiune privind serviciile sociale"
SectionEnd

; The version before comes back; of the new one nothing stays.
Function .onInstFailed
  ${If} $writing == "yes"
    ; Windows does not remove the folder that a program is in.
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\runtime"
    RMDir /r "$INSTDIR\app"
    Delete "$INSTDIR\LICENTE.txt"
    Delete "$INSTDIR\${NAME}.exe"
    !insertmacro move_all "${ASIDE}" "$INSTDIR"
    RMDir "${ASIDE}"
    RMDir "$INSTDIR"
    SetErrorLevel ${NOT_WRITTEN}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetShellVarContext current
  !insertmacro refuse_while_running uninstall
FunctionEnd

Section "Uninstall"
  ; What this installer put there, and nothing else: plans, safety copies and settings stay.
  !insertmacro set_aside removal
  RMDir /r "${ASIDE}"
  Delete "$INSTDIR\Dezinstalare.exe"
  RMDir "$INSTDIR"
  ; The shortcuts and the registry may by now be those of a newer copy in another folder.
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $0 == $INSTDIR
  ${OrIfNot} ${FileExists} "$0\${NAME}.exe"
    Delete "$SMPROGRAMS\${TITLE}.lnk"
    Delete "$DESKTOP\${TITLE}.lnk"
    ReadRegStr $0 HKCU "Software\Classes\${EXTENSION}" ""
    ${If} $0 == "${KIND}"
      DeleteRegKey HKCU "Software\Classes\${EXTENSION}"
    ${EndIf}
    DeleteRegKey HKCU "Software\Classes\${KIND}"
    DeleteRegKey HKCU "${UNINSTALL}"
  ${EndIf}
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

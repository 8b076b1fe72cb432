/*
 * A stand-in for bcryptprimitives.dll, a library of Windows 8 and later that Wine lacks. Modules
 * written in Rust, such as those of the tests' PDF checker, take random numbers from it. It goes
 * into a test's Wine prefix and nowhere else.
 */
#include <windows.h>

/* What ntsecapi.h calls RtlGenRandom. */
BOOLEAN NTAPI SystemFunction036(void *buffer, ULONG length);

__declspec(dllexport) BOOL ProcessPrng(unsigned char *buffer, size_t length)
{
    return SystemFunction036(buffer, (ULONG)length);
}

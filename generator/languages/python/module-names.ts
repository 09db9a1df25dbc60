/** Names of other modules, which a package with the same name would hide, or which would hide the package. */

const list = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** The standard library of Python 3.10 to 3.14, which is found before installed packages. */
const STANDARD = list(
  'abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop ' +
    'base64 bdb binascii binhex bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code ' +
    'codecs codeop collections colorsys compileall compression concurrent configparser contextlib ' +
    'contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis ' +
    'distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput ' +
    'fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip ' +
    'hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools ' +
    'json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap ' +
    'modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode ' +
    'operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib ' +
    'poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat ' +
    'queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select ' +
    'selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 ' +
    'sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess ' +
    'sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios test textwrap this ' +
    'threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle ' +
    'turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref ' +
    'webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo',
);

/** Dependencies of an SDK. */
const DEPENDENCIES = list(
  'aiohttp annotated_types anyio certifi exceptiongroup h11 httpcore httpx httpx_aiohttp idna ' +
    'pydantic pydantic_core sniffio typing_extensions typing_inspection',
);

/** Tests next to the package, and modules that run them. */
const TESTS = list('conftest pytest tests');

export const isTakenModule = (name: string): boolean =>
  STANDARD.has(name) || DEPENDENCIES.has(name) || TESTS.has(name);
